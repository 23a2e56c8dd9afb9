package io.edgepix.quality.conformance;

import io.edgepix.quality.QualityException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a Chromium on this machine, and builds its command line. */
final class Chromium {
    /** The option's value for no browser. */
    static final String NONE = "none";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> PLAYWRIGHT = List.of(
            "chrome-linux/chrome",
            "chrome-linux64/chrome",
            "chrome-linux/headless_shell",
            "chrome-mac/Chromium.app/Contents/MacOS/Chromium");
    private static final int SECONDS = 20;

    private Chromium() {}

    /**
     * Finds the given Chromium, else one that Playwright installed, else one on the path.
     *
     * @param named a path, {@link #NONE}, or null
     * @return empty if there is none, or if none is requested
     * @throws QualityException if the given one does not exist
     */
    static Optional<Path> find(@Nullable String named, Path home, String searchPath) {
        if (named == null) {
            return Stream.concat(ofPlaywright(home), onPath(searchPath)).findFirst();
        }
        if (named.equals(NONE)) {
            return Optional.empty();
        }
        Path path = Path.of(named);
        if (!Files.isExecutable(path) || Files.isDirectory(path)) {
            throw new QualityException(
                    "--browser: expected the path of a Chromium executable, or none, got '" + named + "'");
        }
        return Optional.of(path.toAbsolutePath());
    }

    /** Returns those that are installed, the newest first. */
    private static Stream<Path> ofPlaywright(Path home) {
        Path cache = home.resolve(".cache/ms-playwright");
        if (!Files.isDirectory(cache)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(cache)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().startsWith("chromium"))
                    .sorted(Comparator.reverseOrder())
                    .toList()
                    .stream()
                    .flatMap(folder -> PLAYWRIGHT.stream().map(folder::resolve))
                    .filter(Files::isExecutable);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<Path> onPath(String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }

    /** Returns its version, such as {@code Chromium 140.0}. */
    static String version(Path executable) throws IOException {
        Process process = new ProcessBuilder(executable.toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || said.isBlank()) {
                throw new QualityException("--browser: expected a Chromium that prints its version, got " + executable);
            }
            return said.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QualityException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Returns the command for a Chromium without a window, with its own profile and an sRGB screen. */
    static List<String> command(Path executable, Path profile, String url) {
        List<String> command = new ArrayList<>(List.of(
                executable.toString(),
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--user-data-dir=" + profile));
        if (System.getProperty("user.name").equals("root")) {
            // Otherwise Chromium does not start as root.
            command.add("--no-sandbox");
        }
        command.add(url);
        return command;
    }
}
