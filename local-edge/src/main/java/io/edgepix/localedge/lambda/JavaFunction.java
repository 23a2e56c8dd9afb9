package io.edgepix.localedge.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A Java function as Lambda's managed runtime runs it: one process for each concurrent event. */
public final class JavaFunction implements AutoCloseable {
    private final ProcessPool pool;

    /**
     * Creates a function whose processes start when they are needed.
     *
     * @param folder the unpacked zip
     * @param handler the class and the method that Lambda calls
     * @param environment the variables in addition to those that Lambda sets
     * @param memoryMegabytes the memory of the function
     * @param client the folder with the jars of AWS's runtime interface client
     * @param processes the maximum number of processes; further events wait
     * @param log receives every line that a process prints
     */
    public JavaFunction(
            Path folder,
            String handler,
            Map<String, String> environment,
            int memoryMegabytes,
            Path client,
            int processes,
            Consumer<String> log) {
        JavaProcess.Code code = new JavaProcess.Code(folder, handler, environment, memoryMegabytes, client);
        this.pool = new ProcessPool(() -> JavaProcess.start(code, log), processes);
    }

    /** Runs one event, and returns the result of the handler. Both are JSON. */
    public String invoke(String event) throws IOException, InterruptedException {
        return pool.invoke(event);
    }

    @Override
    public void close() {
        pool.close();
    }
}
