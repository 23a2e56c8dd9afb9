package io.edgepix.localqueue.container;

import java.util.List;
import java.util.Map;

/**
 * The command and the environment variables of the container's process.
 *
 * @param words the program and its arguments
 */
public record ContainerCommand(List<String> words, Map<String, String> environment) {
    private static final String MAIN = "io.edgepix.pregenerate.container.Main";

    /** Returns the command that runs the program with the Java and the class path of this process. */
    public static ContainerCommand ofClassPath(Map<String, String> environment) {
        return new ContainerCommand(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dedgepix.native=" + System.getProperty("edgepix.native", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN),
                environment);
    }
}
