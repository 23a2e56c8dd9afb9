package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A Unix socket to which one child process connects. */
public final class ChildServer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(2);

    private final ServerSocketChannel server;

    private ChildServer(ServerSocketChannel server) {
        this.server = server;
    }

    /** Listens at a path that must not exist yet. */
    public static ChildServer listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        server.configureBlocking(false);
        return new ChildServer(server);
    }

    /**
     * Waits until the child connects.
     *
     * @throws IOException if the child ends first, or does not connect in time and is killed
     */
    public SocketChannel accept(Process child, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (child.isAlive() && System.nanoTime() < end) {
            SocketChannel channel = server.accept();
            if (channel != null) {
                channel.configureBlocking(true);
                return channel;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        child.destroyForcibly();
        throw new IOException("the process did not connect");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
