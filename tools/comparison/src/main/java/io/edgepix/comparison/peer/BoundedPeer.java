package io.edgepix.comparison.peer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A child process that may hang or end. It is replaced if it ends or exceeds a time limit. Only one thread at a time
 * may use it.
 */
public final class BoundedPeer implements AutoCloseable {
    /** Starts the child process. */
    @FunctionalInterface
    public interface Start {
        PeerProcess start() throws IOException;
    }

    private final Start start;
    private final Duration limit;
    private @Nullable PeerProcess process;

    /** Creates a peer with a time limit for each answer. */
    public BoundedPeer(Start start, Duration limit) {
        this.start = start;
        this.limit = limit;
    }

    /**
     * Sends a request, and waits for the answer, which may be an {@code error}.
     *
     * @throws LostPeerException if there is no answer
     * @throws IOException if no child process can be started
     */
    public PeerProcess.Reply ask(JsonObject header, byte[] body) throws IOException {
        if (process == null) {
            process = start.start();
        }
        PeerProcess asked = process;
        try (Watch watch = new Watch(asked.process(), limit)) {
            try {
                return asked.exchange(header, body);
            } catch (IOException e) {
                process = null;
                throw lost(asked.process(), watch, e);
            }
        }
    }

    private LostPeerException lost(Process process, Watch watch, IOException cause) {
        process.destroyForcibly();
        if (watch.hasEnded()) {
            return new LostPeerException(true, "no answer within " + limit.toSeconds() + " s", cause);
        }
        int status = process.onExit().join().exitValue();
        return new LostPeerException(false, "the process ended with status " + status, cause);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
