package io.edgepix.comparison.peer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.originresponse.child.Frame;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process that reads frames from its stdin and answers on its stdout. */
public final class PeerProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 5;

    /** The answer of a child process. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reply(JsonObject header, byte[] body) {}

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    private PeerProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts a process in a folder, with additions to its environment. Its stderr is shown. */
    public static PeerProcess start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        return start(folder, environment, command, ProcessBuilder.Redirect.INHERIT);
    }

    /** Starts a process in a folder, with additions to its environment and a destination for its stderr. */
    public static PeerProcess start(
            Path folder, Map<String, String> environment, List<String> command, ProcessBuilder.Redirect errors)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors);
        builder.environment().putAll(environment);
        return new PeerProcess(builder.start());
    }

    /**
     * Sends a request, and waits for the answer.
     *
     * @throws IOException if there is no answer, or if it is an error
     */
    public Reply ask(JsonObject header, byte[] body) throws IOException {
        Reply reply = exchange(header, body);
        if (reply.header().has("error")) {
            throw new IOException(header + ": " + reply.header().get("error").getAsString());
        }
        return reply;
    }

    /**
     * Sends a request, and waits for the answer, which may be an error.
     *
     * @throws IOException if there is no answer
     */
    Reply exchange(JsonObject header, byte[] body) throws IOException {
        new Frame(header.toString(), body).write(out);
        Frame reply = Frame.read(in, Integer.MAX_VALUE)
                .orElseThrow(() -> new EOFException("the child ended without an answer"));
        return new Reply(JsonParser.parseString(reply.json()).getAsJsonObject(), reply.body());
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
