package io.edgepix.bench.measurement;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Describes the machine and the versions of a measurement, without the name of the machine. */
public final class Machine {
    private Machine() {}

    public static String describe(Path peer, String loadBefore) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s; %s, %d cores, Linux %s; Java %s, Node.js %s, sharp %s, AWS SDK for JavaScript %s; load %s at the start, %s at the end.",
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                node(),
                version(peer, "sharp"),
                version(peer, "@aws-sdk/client-s3"),
                loadBefore,
                load());
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    /** Returns the load average of the last minute. */
    public static String load() throws IOException {
        String text = Files.readString(Path.of("/proc/loadavg"));
        return text.substring(0, text.indexOf(' '));
    }

    private static String node() throws IOException {
        Process node = new ProcessBuilder("node", "--version").start();
        try {
            if (!node.waitFor(10, TimeUnit.SECONDS)) {
                node.destroyForcibly();
                throw new IOException("node --version: expected it to end within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String version(Path peer, String name) throws IOException {
        String description =
                Files.readString(peer.resolve("node_modules").resolve(name).resolve("package.json"));
        return JsonParser.parseString(description)
                .getAsJsonObject()
                .get("version")
                .getAsString();
    }
}
