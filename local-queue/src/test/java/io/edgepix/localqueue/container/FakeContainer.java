package io.edgepix.localqueue.container;

import io.edgepix.pregenerate.container.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The container's program with a worker that renders nothing. The body of a message says how it ends. */
final class FakeContainer {
    private FakeContainer() {}

    /** Starts the program. It creates a file for each message that it begins, in the folder of the only argument. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        System.exit(Main.run(
                System.getenv(),
                _ -> messages -> {
                    String body = messages.getFirst().body();
                    begin(folder, body + "." + messages.getFirst().deliveries());
                    return switch (body) {
                        case "hang" -> hang();
                        case "fault" -> throw new IllegalStateException("a bug");
                        case "memory" -> throw new OutOfMemoryError("no heap");
                        case "again" -> Map.of(messages.getFirst().id(), "not now");
                        case "slow" -> slow(folder);
                        default -> Map.of();
                    };
                },
                System.out::println));
    }

    private static void begin(Path folder, String name) {
        try {
            Files.writeString(folder.resolve(name), "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    /** Works until the file {@code end} is there. */
    private static Map<String, String> slow(Path folder) {
        while (!Files.exists(folder.resolve("end"))) {
            Thread.onSpinWait();
        }
        return Map.of();
    }

    /** Returns the command of a process with this program. */
    static List<String> command(Path folder) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FakeContainer.class.getName(),
                folder.toString());
    }
}
