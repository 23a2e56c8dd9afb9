package io.edgepix.localedge;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.FunctionOrigin;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.function.EdgeFunction;
import io.edgepix.localedge.lambda.JavaFunction;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.regional.EmbeddedHandler;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of the regional stack, either as classes or from their zip under AWS's runtime interface client. */
final class RegionalFunctions {
    private static final int PROCESSES = Runtime.getRuntime().availableProcessors();

    private RegionalFunctions() {}

    /** Creates the functions as classes in this process. */
    static Functions ofClasses(
            Config config,
            LocalStack stack,
            LocalBucket bucket,
            Consumer<String> log,
            UnaryOperator<Renderer> aroundRenderer) {
        return new Functions(
                source(config, code -> handler(config, code, bucket, log, aroundRenderer)), stack, config, List.of());
    }

    private static EdgeFunction handler(
            Config config,
            FunctionOrigin.Code code,
            LocalBucket bucket,
            Consumer<String> log,
            UnaryOperator<Renderer> aroundRenderer) {
        EmbeddedHandler handler = new EmbeddedHandler(
                code.environment(),
                config,
                limits -> aroundRenderer.apply(Renderers.best(limits)),
                new S3Store(bucket.client(), bucket.bucket(), ""),
                new DerivationLog(log));
        return event -> {
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
            return response.toString(StandardCharsets.UTF_8);
        };
    }

    /**
     * Unpacks the zip and runs it as Lambda's managed runtime does.
     *
     * @param dist the folder with the zips
     * @param client the folder with the jars of AWS's runtime interface client
     * @param config the text of an {@code edgepix.json} that replaces the one in the zip, or null
     */
    static Functions ofZip(
            Path dist,
            Path client,
            @Nullable String config,
            LocalStack stack,
            LocalBucket bucket,
            Consumer<String> log) {
        if (config != null) {
            // The renderer refuses a wrong configuration now. The zip would refuse it only when it runs.
            Renderers.best(ConfiguredLimits.of(ConfigReader.read(config)));
        }
        LambdaFolder folder = LambdaFolder.unpack(dist.resolve(Behaviour.REGIONAL_ZIP), config);
        List<AutoCloseable> resources = new CopyOnWriteArrayList<>();
        resources.add(folder);
        Config packaged = folder.config();
        FunctionSource source = source(packaged, code -> {
            Map<String, String> environment = new HashMap<>(bucket.lambdaEnvironment());
            environment.putAll(code.environment());
            // At most PROCESSES of them render; the others pass answers through.
            JavaFunction function = new JavaFunction(
                    folder.path(), code.handler(), environment, code.memoryMegabytes(), client, 2 * PROCESSES, log);
            resources.addFirst(function);
            return function::invoke;
        });
        return new Functions(source, stack, packaged, resources);
    }

    private static FunctionSource source(Config config, Function<FunctionOrigin.Code, EdgeFunction> behindUrl) {
        EdgeFunction viewerRequest = new ViewerRequestHandler(config.offer(), new JdkHmac())::handleJson;
        return new FunctionSource() {
            @Override
            public EdgeFunction atTheEdge(String packageKey) {
                if (packageKey.equals(Behaviour.VIEWER_REQUEST_ZIP)) {
                    return viewerRequest;
                }
                throw FunctionSource.unknown(packageKey);
            }

            @Override
            public EdgeFunction behindUrl(FunctionOrigin.Code code) {
                return behindUrl.apply(code);
            }
        };
    }
}
