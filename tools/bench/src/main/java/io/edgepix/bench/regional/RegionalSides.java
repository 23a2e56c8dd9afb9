package io.edgepix.bench.regional;

import io.edgepix.bench.edge.EdgeCase;
import io.edgepix.bench.edge.ProcessorSet;
import io.edgepix.bench.measurement.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions that are compared, each on one processor.
 *
 * @param plain edgepix as java25 starts it without SnapStart
 * @param cached the same with an ahead-of-time cache of its own
 * @param primed the same from a snapshot of SnapStart
 * @param peer the function of Node.js with sharp
 */
record RegionalSides(RuntimeSide plain, RuntimeSide cached, RuntimeSide primed, RuntimeSide peer) {
    private static final String ENGINE = "edgepix";
    private static final String HANDLER = "io.edgepix.regional.RegionalHandler::handleRequest";
    /** As in cloudformation/regional.yaml. */
    private static final Map<String, String> VARIABLES = Map.of(
            "EDGEPIX_ROLE",
            "first",
            "EDGEPIX_HAS_BIG",
            "true",
            "EDGEPIX_LOOKS_IN_S3",
            "false",
            "JAVA_TOOL_OPTIONS",
            "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -Dslf4j.internal.verbosity=ERROR");

    /**
     * Trains the caches, and returns the sides.
     *
     * @param task the unpacked zip
     * @param peer the folder of the function of Node.js
     */
    static RegionalSides of(
            JavaRuntime java, RegionalRunner runner, Path task, Path peer, List<EdgeCase> training, Path scratch)
            throws IOException {
        ClassCaches caches = new ClassCaches(java, runner.bucket(), scratch);
        String client = caches.ofClient(VARIABLES);
        RuntimeSide bare = edgepix(java, task, "", false, List.of());
        String function = caches.of(bare, process -> {
            for (EdgeCase each : training) {
                runner.millis(bare, process, each);
            }
        });
        return new RegionalSides(
                edgepix(java, task, "", false, List.of(client)),
                edgepix(java, task, ", own cache", false, List.of(function)),
                edgepix(java, task, ", snapshot", true, List.of(client)),
                peer(peer));
    }

    private static RuntimeSide edgepix(
            JavaRuntime java, Path task, String variant, boolean isSnapshot, List<String> flags) {
        Map<String, String> environment = new HashMap<>(VARIABLES);
        environment.putAll(JavaRuntime.task(task));
        return new RuntimeSide(
                ENGINE, variant, task, java.command(HANDLER, isSnapshot, flags), environment, isSnapshot);
    }

    private static RuntimeSide peer(Path folder) throws IOException {
        String node =
                ChildProcess.output(List.of("node", "-p", "process.execPath")).strip();
        List<String> command = new ArrayList<>(new ProcessorSet(1).holding(node));
        command.add(folder.resolve("runtime-loop.mjs").toString());
        command.add(folder.resolve("function-url.mjs").toString());
        return new RuntimeSide(
                "sharp", "", folder, command, Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_nodejs24.x"), false);
    }

    /** Returns all sides; the peer is the last. */
    List<RuntimeSide> all() {
        return List.of(plain, cached, primed, peer);
    }
}
