package io.edgepix.localedge;

import com.github.benmanes.caffeine.cache.Ticker;
import io.edgepix.configuration.Config;
import io.edgepix.localedge.bucket.LocalBucket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Everything on one machine: a folder as the bucket, the functions of a stack, and the edge in front of them. */
public final class LocalDeployment implements AutoCloseable {
    private final LocalBucket bucket;
    private final Functions functions;
    private final LocalEdge edge;

    private LocalDeployment(LocalBucket bucket, Functions functions, LocalEdge edge) {
        this.bucket = bucket;
        this.functions = functions;
        this.edge = edge;
    }

    /**
     * Starts with the functions as classes.
     *
     * @param port 0 for any free one
     * @throws io.edgepix.derivative.ConfigException if the configuration offers what the renderer cannot write
     * @throws java.io.UncheckedIOException if the folder cannot be a bucket, or the port is taken
     */
    public static LocalDeployment start(int port, Path folder, Config config) {
        return start(port, folder, config, System.err::println);
    }

    /** Starts with the functions as classes, and passes the lines of the log to a consumer. */
    public static LocalDeployment start(int port, Path folder, Config config, Consumer<String> log) {
        return start(port, folder, config, LocalStack.PAIR, log);
    }

    /**
     * Starts a stack with the functions as classes.
     *
     * @throws io.edgepix.viewerrequest.function.FunctionException if a CloudFront Function cannot do what the
     *     configuration asks for
     */
    public static LocalDeployment start(int port, Path folder, Config config, LocalStack stack, Consumer<String> log) {
        return start(
                port,
                LocalBucket.open(folder),
                log,
                bucket -> stack.isRegional()
                        ? RegionalFunctions.ofClasses(config, stack, bucket, log, UnaryOperator.identity())
                        : Functions.ofClasses(config, bucket, log, UnaryOperator.identity()));
    }

    /**
     * Starts with the functions from their zips, under Node.js.
     *
     * @param dist the folder with both zips
     * @param config the text of an {@code edgepix.json} that replaces the one in the zips, or null
     * @throws java.io.UncheckedIOException if the folder cannot be a bucket, the port is taken, a zip is missing or
     *     does not start
     */
    public static LocalDeployment startPackaged(int port, Path folder, Path dist, @Nullable String config) {
        Consumer<String> log = System.err::println;
        return start(port, LocalBucket.open(folder), log, bucket -> Functions.ofZips(dist, config, bucket, log));
    }

    /**
     * Starts the regional stack with the function from its zip, under AWS's runtime interface client.
     *
     * @param dist the folder with the zips
     * @param client the folder with the jars of that client
     * @param config the text of an {@code edgepix.json} that replaces the one in the zip, or null
     */
    public static LocalDeployment startPackaged(
            int port, Path folder, Path dist, Path client, @Nullable String config, LocalStack stack) {
        Consumer<String> log = System.err::println;
        return start(
                port,
                LocalBucket.open(folder),
                log,
                bucket -> RegionalFunctions.ofZip(dist, client, config, stack, bucket, log));
    }

    private static LocalDeployment start(
            int port, LocalBucket bucket, Consumer<String> log, Function<LocalBucket, Functions> newFunctions) {
        return start(port, bucket, log, newFunctions, Ticker.systemTicker());
    }

    /**
     * Starts with a bucket, which is closed with the deployment, or if the start fails.
     *
     * @param clock of the cache
     */
    static LocalDeployment start(
            int port,
            LocalBucket bucket,
            Consumer<String> log,
            Function<LocalBucket, Functions> newFunctions,
            Ticker clock) {
        try {
            warmUp(bucket);
            Functions functions = newFunctions.apply(bucket);
            try {
                return new LocalDeployment(bucket, functions, edge(port, bucket, functions, log, clock));
            } catch (RuntimeException e) {
                functions.close();
                throw e;
            }
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private static LocalEdge edge(
            int port, LocalBucket bucket, Functions functions, Consumer<String> log, Ticker clock) {
        return LocalEdge.start(
                port,
                bucket,
                functions.source(),
                EdgeSettings.defaults()
                        .withClock(clock)
                        .withLogs(log, log)
                        .withStack(StackTemplate.of(functions.stack(), functions.config()))
                        .withPage(functions.config().offer()));
    }

    /** Uses the S3 client once. This loads its classes, so that no viewer waits for that. */
    private static void warmUp(LocalBucket bucket) {
        try {
            bucket.client()
                    .headObject(object -> object.bucket(bucket.bucket()).key("nothing-is-here"))
                    .eTag();
        } catch (NoSuchKeyException e) {
            // This is expected.
        }
    }

    /** Returns the port on the loopback address. */
    public int port() {
        return edge.port();
    }

    /** Returns the bucket, which is closed with the deployment. */
    public LocalBucket bucket() {
        return bucket;
    }

    /**
     * Removes answers from the cache as CloudFront's CreateInvalidation does.
     *
     * @param paths percent-encoded paths, perhaps with {@code *} at the end, and cache tags after a {@code #}
     * @return the number of removed answers
     */
    public int invalidate(List<String> paths) {
        return edge.invalidate(paths);
    }

    @Override
    public void close() {
        try (bucket;
                functions;
                edge) {
            // If one fails to close, the others are closed nevertheless.
        }
    }
}
