package io.edgepix.bench.regional;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes ahead-of-time caches (JEP 514) from training runs under the runtime interface client. */
record ClassCaches(JavaRuntime java, LocalBucket bucket, Path scratch) {
    /** The events of a training run. */
    @FunctionalInterface
    interface Events {
        void send(RuntimeProcess process) throws IOException;
    }

    /**
     * Returns the flag for a cache of the client alone, as Lambda's java25 has one.
     *
     * @param environment that of the functions that use it; Java rejects caches of other options
     */
    String ofClient(Map<String, String> environment) throws IOException {
        String name = EmptyHandler.class.getName().replace('.', '/') + ".class";
        Path task = scratch.resolve("empty");
        Path copy = task.resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream bytes = EmptyHandler.class.getClassLoader().getResourceAsStream(name)) {
            Files.write(copy, Objects.requireNonNull(bytes).readAllBytes());
        }
        String handler = EmptyHandler.class.getName() + "::handleRequest";
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(JavaRuntime.task(task));
        RuntimeSide empty =
                new RuntimeSide("empty", "", task, java.command(handler, false, List.of()), variables, false);
        return train(empty, "client", process -> process.exchange("{}"));
    }

    /** Returns the flag for a cache of a function and the client. */
    String of(RuntimeSide function, Events events) throws IOException {
        return train(function, "function", events);
    }

    private String train(RuntimeSide side, String name, Events events) throws IOException {
        Path cache = scratch.resolve(name + ".aot");
        RuntimeSide training = side.withFlags(List.of("-XX:AOTCacheOutput=" + cache));
        try (RuntimeProcess process = RuntimeProcess.start(training, bucket)) {
            process.awaitReady();
            events.send(process);
            process.end();
        }
        if (!Files.isRegularFile(cache)) {
            throw new BenchException(cache + ": expected the JVM to write an AOT cache");
        }
        return "-XX:AOTCache=" + cache;
    }
}
