package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.NodeFunction;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a stack, either as classes or as zips.
 *
 * @param stack the stack that they are part of
 * @param config their configuration
 * @param resources that are closed with the functions, in this order
 */
record Functions(FunctionSource source, LocalStack stack, Config config, List<AutoCloseable> resources)
        implements AutoCloseable {
    private static final int PROCESSES = Runtime.getRuntime().availableProcessors();

    /**
     * Creates the functions of the pair as classes in this process.
     *
     * @throws io.edgepix.configuration.ConfigException if the configuration offers what the renderer cannot write
     */
    static Functions ofClasses(
            Config config, LocalBucket bucket, Consumer<String> log, UnaryOperator<Renderer> aroundRenderer) {
        Renderer renderer = Renderers.best(ConfiguredLimits.of(config));
        OriginResponseHandler originResponse = new OriginResponseHandler(
                config, bucket.stores(), aroundRenderer.apply(renderer), new DerivationLog(log));
        return new Functions(
                FunctionSource.of(Map.of(
                        Behaviour.VIEWER_REQUEST_ZIP,
                        new ViewerRequestHandler(config.offer(), new JdkHmac())::handleJson,
                        Behaviour.ORIGIN_RESPONSE_ZIP,
                        originResponse::handleJson)),
                LocalStack.PAIR,
                config,
                List.of());
    }

    /**
     * Unpacks the zips and runs them under Node.js.
     *
     * @param dist the folder with both zips
     * @param config the text of an {@code edgepix.json} that replaces theirs, or null
     * @throws io.edgepix.configuration.ConfigException if the configuration offers what the renderer cannot write
     * @throws UncheckedIOException if a zip is missing or does not start
     */
    static Functions ofZips(Path dist, @Nullable String config, LocalBucket bucket, Consumer<String> log) {
        if (config != null) {
            // The classes refuse a wrong configuration now. The zips would refuse it only when they run.
            ofClasses(ConfigReader.read(config), bucket, log, UnaryOperator.identity());
        }
        LambdaFolder viewerFolder = LambdaFolder.unpack(dist.resolve("viewer-request.zip"), config);
        LambdaFolder originFolder = LambdaFolder.unpack(dist.resolve("origin-response.zip"), config);
        NodeFunction viewerRequest = new NodeFunction(viewerFolder.path(), "index.js", Map.of(), PROCESSES, log);
        // At most PROCESSES of them render; the others pass answers through.
        NodeFunction originResponse =
                new NodeFunction(originFolder.path(), "index.mjs", bucket.lambdaEnvironment(), 2 * PROCESSES, log);
        Functions functions = new Functions(
                FunctionSource.of(Map.of(
                        Behaviour.VIEWER_REQUEST_ZIP,
                        viewerRequest::invoke,
                        Behaviour.ORIGIN_RESPONSE_ZIP,
                        originResponse::invoke)),
                LocalStack.PAIR,
                originFolder.config(),
                List.of(viewerRequest, originResponse, viewerFolder, originFolder));
        try {
            viewerRequest.warm();
            originResponse.warm();
            return functions;
        } catch (IOException e) {
            functions.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Returns these functions with a different source. */
    Functions with(FunctionSource other) {
        return new Functions(other, stack, config, resources);
    }

    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("did not close: " + failures, failures.getFirst());
        }
    }
}
