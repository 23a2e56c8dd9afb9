package io.edgepix.localedge;

import io.edgepix.localedge.behaviour.Behaviour;
import io.edgepix.localedge.behaviour.DistributionReader;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.function.EdgeFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** CloudFront on the loopback address: one distribution, one bucket, and their functions. */
public final class LocalEdge implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MAX_HEADER_BYTES = 32_768;

    private final Server server;
    private final ServerConnector connector;
    private final Distribution distribution;

    private LocalEdge(Server server, ServerConnector connector, Distribution distribution) {
        this.server = server;
        this.connector = connector;
        this.distribution = distribution;
    }

    /**
     * Starts serving. The caller has to close the bucket, after the edge.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public static LocalEdge start(
            int port, LocalBucket bucket, EdgeFunction viewerRequest, EdgeFunction originResponse) {
        return start(port, bucket, viewerRequest, originResponse, EdgeSettings.defaults());
    }

    static LocalEdge start(
            int port,
            LocalBucket bucket,
            EdgeFunction viewerRequest,
            EdgeFunction originResponse,
            EdgeSettings settings) {
        return start(
                port,
                bucket,
                FunctionSource.of(Map.of(
                        Behaviour.VIEWER_REQUEST_ZIP, viewerRequest,
                        Behaviour.ORIGIN_RESPONSE_ZIP, originResponse)),
                settings);
    }

    static LocalEdge start(int port, LocalBucket bucket, FunctionSource functions, EdgeSettings settings) {
        Distribution distribution = new Distribution(
                new DistributionReader(
                                settings.stack().template(),
                                bucket.bucket(),
                                settings.stack().parameters())
                        .read(),
                bucket,
                functions,
                settings);
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("edge-http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(settings.timeouts().idle().toMillis());
        server.addConnector(connector);
        server.setHandler(new HttpFront(distribution, settings.logs().access()));
        server.setErrorHandler(new PlainErrors(settings.logs().access()));
        LocalEdge edge = new LocalEdge(server, connector, distribution);
        edge.open();
        return edge;
    }

    /** Accepts any path exactly as it was sent. The functions and S3 decide about unusual ones. */
    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        return http;
    }

    private void open() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            String reason = cause.getCause() instanceof BindException bind ? bind.getMessage() : cause.getMessage();
            throw new UncheckedIOException("cannot listen on port " + connector.getPort() + ": " + reason, cause);
        }
    }

    /** Returns the port on the loopback address. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Returns the root URL, without a slash at the end. */
    public URI uri() {
        return URI.create("http://" + HOST + ":" + port());
    }

    int invalidate(List<String> paths) {
        return distribution.invalidate(paths);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The edge did not stop: " + e.getMessage(), e);
        } finally {
            distribution.close();
        }
    }
}
