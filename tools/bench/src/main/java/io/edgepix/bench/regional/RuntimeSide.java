package io.edgepix.bench.regional;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function and the way in which it is started.
 *
 * @param engine the name in reports
 * @param variant a comma and a note about the start, or empty
 * @param folder the working directory
 * @param command the program and its arguments
 * @param environment the variables in addition to those that Lambda sets for every function
 * @param isSnapshot whether the process waits for a snapshot of SnapStart after its initialization
 */
record RuntimeSide(
        String engine,
        String variant,
        Path folder,
        List<String> command,
        Map<String, String> environment,
        boolean isSnapshot) {
    String name() {
        return engine + variant;
    }

    /** Returns the same function of Java with further flags. */
    RuntimeSide withFlags(List<String> flags) {
        List<String> with = new ArrayList<>(command);
        with.addAll(command.indexOf("-classpath"), flags);
        return new RuntimeSide(engine, variant, folder, with, environment, isSnapshot);
    }
}
