package io.edgepix.localedge.lambda;

import com.google.gson.JsonObject;
import java.io.IOException;

/** One environment of a function: a process for one event at a time. */
public interface LambdaProcess extends AutoCloseable {
    /**
     * Runs one event. Returns an object with the {@code result} of the handler, or with the {@code error} that it throws.
     *
     * @throws IOException if the process ends without an answer
     */
    JsonObject answer(String event) throws IOException;

    /** Returns the process, which may have child processes. */
    ProcessHandle handle();

    /** Kills the process and its child processes. */
    @Override
    void close();
}
