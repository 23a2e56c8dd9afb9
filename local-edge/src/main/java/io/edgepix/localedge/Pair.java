package io.edgepix.localedge;

import io.edgepix.derivative.Config;
import io.edgepix.imaging.Limits;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.S3Stores;
import io.edgepix.originresponse.store.Stores;
import io.edgepix.viewerrequest.ViewerRequestHandler;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The two functions, as classes, behind a local edge over a folder. */
public final class Pair implements AutoCloseable {
    private final LocalBucket bucket;
    private final LocalEdge edge;
    private final Journal journal;

    private Pair(LocalBucket bucket, LocalEdge edge, Journal journal) {
        this.bucket = bucket;
        this.edge = edge;
        this.journal = journal;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any that is free
     * @throws io.edgepix.derivative.ConfigException if the configuration offers what the renderer cannot write
     * @throws java.io.UncheckedIOException if the folder cannot be a bucket, or the port is taken
     */
    public static Pair start(int port, Path folder, Config config) {
        return start(port, folder, config, System.err::println, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Pair start(
            int port,
            Path folder,
            Config config,
            Consumer<String> log,
            UnaryOperator<Stores> aroundStores,
            UnaryOperator<Renderer> aroundRenderer) {
        LocalBucket bucket = LocalBucket.open(folder);
        try {
            Journal journal = new Journal(log);
            Stores stores = new S3Stores(region -> bucket.client());
            Renderer renderer = new PortableRenderer(new Limits(config.maxBytes(), config.maxPixels()));
            OriginResponseHandler originResponse = new OriginResponseHandler(
                    config, aroundStores.apply(stores), aroundRenderer.apply(renderer), journal);
            warmUp(bucket);
            LocalEdge edge = LocalEdge.start(
                    port,
                    bucket,
                    new ViewerRequestHandler(config)::handleJson,
                    originResponse::handleJson,
                    Settings.defaults().withLogs(log, log));
            return new Pair(bucket, edge, journal);
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
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

    /** What the origin-response function did. */
    Journal journal() {
        return journal;
    }

    LocalBucket bucket() {
        return bucket;
    }

    @Override
    public void close() {
        edge.close();
        bucket.close();
    }
}
