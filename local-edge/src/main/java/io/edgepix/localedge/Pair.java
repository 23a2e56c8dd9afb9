package io.edgepix.localedge;

import io.edgepix.derivative.Config;
import io.edgepix.localedge.bucket.LocalBucket;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The two functions behind a local edge over a folder. */
public final class Pair implements AutoCloseable {
    private final LocalBucket bucket;
    private final Functions functions;
    private final LocalEdge edge;

    private Pair(LocalBucket bucket, Functions functions, LocalEdge edge) {
        this.bucket = bucket;
        this.functions = functions;
        this.edge = edge;
    }

    /**
     * Starts serving with the functions as classes.
     *
     * @param port 0 for any that is free
     * @throws io.edgepix.derivative.ConfigException if the configuration offers what the renderer cannot write
     * @throws java.io.UncheckedIOException if the folder cannot be a bucket, or the port is taken
     */
    public static Pair start(int port, Path folder, Config config) {
        return start(port, folder, config, System.err::println);
    }

    /** The same, with its log to somewhere else. */
    public static Pair start(int port, Path folder, Config config, Consumer<String> log) {
        return start(
                port,
                LocalBucket.open(folder),
                log,
                bucket -> Functions.ofClasses(config, bucket, log, UnaryOperator.identity()));
    }

    /**
     * Starts serving with the functions as they come out of their zips, under Node.js.
     *
     * @param dist the folder with both zips
     * @param config the text of another {@code edgepix.json} than the one in the zips, or null
     * @throws java.io.UncheckedIOException as above, or if a zip is missing or does not start
     */
    public static Pair startPackaged(int port, Path folder, Path dist, @Nullable String config) {
        Consumer<String> log = System.err::println;
        return start(port, LocalBucket.open(folder), log, bucket -> Functions.ofZips(dist, config, bucket, log));
    }

    /** The same over a bucket that closes with it, also where it does not start. */
    static Pair start(
            int port, LocalBucket bucket, Consumer<String> log, Function<LocalBucket, Functions> newFunctions) {
        try {
            warmUp(bucket);
            Functions functions = newFunctions.apply(bucket);
            try {
                return new Pair(bucket, functions, edge(port, bucket, functions, log));
            } catch (RuntimeException e) {
                functions.close();
                throw e;
            }
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private static LocalEdge edge(int port, LocalBucket bucket, Functions functions, Consumer<String> log) {
        return LocalEdge.start(
                port,
                bucket,
                functions.viewerRequest(),
                functions.originResponse(),
                Settings.defaults()
                        .withLogs(log, log)
                        .withParameters(Map.of(
                                "CorsOrigins", String.join(",", functions.cors().origins()))));
    }

    /** The first use of the S3 client loads most of its classes; no viewer should wait for that. */
    private static void warmUp(LocalBucket bucket) {
        try {
            bucket.client()
                    .headObject(object -> object.bucket(bucket.bucket()).key("nothing-is-here"))
                    .eTag();
        } catch (NoSuchKeyException e) {
            // As was to be expected.
        }
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return edge.port();
    }

    LocalBucket bucket() {
        return bucket;
    }

    @Override
    public void close() {
        try (bucket;
                functions;
                edge) {
            // Whatever does not close, the others do.
        }
    }
}
