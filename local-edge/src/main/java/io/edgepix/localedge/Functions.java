package io.edgepix.localedge;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.Cors;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.NodeFunction;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.S3Stores;
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
 * The two functions in one of their forms: the classes themselves, or the zips under Node.js.
 *
 * @param cors what the template is told of the configuration
 * @param resources closed with them, in this order
 */
record Functions(EdgeFunction viewerRequest, EdgeFunction originResponse, Cors cors, List<AutoCloseable> resources)
        implements AutoCloseable {
    private static final int PROCESSES = Runtime.getRuntime().availableProcessors();

    /**
     * The classes, in this process.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers what the renderer cannot write
     */
    static Functions ofClasses(
            Config config, LocalBucket bucket, Consumer<String> log, UnaryOperator<Renderer> aroundRenderer) {
        Renderer renderer = Renderers.best(Limits.of(config));
        OriginResponseHandler originResponse = new OriginResponseHandler(
                config, new S3Stores(region -> bucket.client()), aroundRenderer.apply(renderer), new Journal(log));
        return new Functions(
                new ViewerRequestHandler(config)::handleJson, originResponse::handleJson, config.cors(), List.of());
    }

    /**
     * The zips, each unpacked and under Node.js.
     *
     * @param dist the folder with both zips
     * @param config the text of another {@code edgepix.json} than theirs, or null
     * @throws io.edgepix.derivative.ConfigException if the configuration offers what the renderer cannot write
     * @throws UncheckedIOException if a zip is missing or does not start
     */
    static Functions ofZips(Path dist, @Nullable String config, LocalBucket bucket, Consumer<String> log) {
        if (config != null) {
            // What the zips would refuse once they run, the classes refuse now.
            ofClasses(Config.parse(config), bucket, log, UnaryOperator.identity());
        }
        LambdaFolder viewerFolder = LambdaFolder.unpack(dist.resolve("viewer-request.zip"), config);
        LambdaFolder originFolder = LambdaFolder.unpack(dist.resolve("origin-response.zip"), config);
        NodeFunction viewerRequest = new NodeFunction(viewerFolder.path(), "index.js", Map.of(), PROCESSES, log);
        // The edge renders in PROCESSES of them at most; the others are for answers that pass through.
        NodeFunction originResponse =
                new NodeFunction(originFolder.path(), "index.mjs", bucket.lambdaEnvironment(), 2 * PROCESSES, log);
        Functions functions = new Functions(
                viewerRequest::invoke,
                originResponse::invoke,
                originFolder.config().cors(),
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
