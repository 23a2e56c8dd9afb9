package io.edgepix.cli;

import io.edgepix.derivative.Config;
import io.edgepix.localedge.Pair;
import io.edgepix.localedge.lambda.TemporaryFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pair behind a local edge, until somebody stops it. */
@Command(name = "run", description = "Serves the pair over a bucket kept in a folder, on the loopback address.")
final class Run implements Callable<Integer> {
    /** No exit status: the server goes on. */
    static final int SERVING = -1;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--bucket",
            paramLabel = "DIR",
            description = "the folder that is the bucket (default: sample photographs)")
    private @Nullable Path bucket;

    @Option(names = "--create", description = "makes the folder of --bucket if it does not exist")
    private boolean create;

    @Option(
            names = "--packaged",
            paramLabel = "DIST",
            description = "run the two zips under Node.js instead of the classes; ./dev gives their folder")
    private @Nullable Path dist;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new CommandException("--port: expected a number from 0 to 65535, got " + port);
        }
        if (bucket == null || bucket.toString().isEmpty()) {
            throw new CommandException("--bucket DIR is missing");
        }
        requireFolder(bucket);
        Config config = dist == null ? configFile.read() : configFile.read(dist);
        Path folder = bucket;
        TemporaryFolder.deleteAbandoned();
        try {
            Pair pair = configFile.named(() -> dist == null
                    ? Pair.start(port, folder, config)
                    : Pair.startPackaged(port, folder, dist, configFile.text()));
            Runtime.getRuntime().addShutdownHook(new Thread(pair::close, "stop"));
            System.out.println(welcome("http://localhost:" + pair.port(), folder, config));
            return SERVING;
        } catch (UncheckedIOException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    /** A folder that is missing is mostly a name that is mistyped, so it is made only if that is asked for. */
    private void requireFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandException("--bucket " + folder + ": expected a folder, got a file");
        }
        if (!create && !Files.isDirectory(folder)) {
            throw new CommandException("--bucket " + folder + ": there is no such folder; --create makes it");
        }
    }

    private static String welcome(String url, Path folder, Config config) {
        List<String> paths = Samples.keys(folder);
        String text = "edgepix serves the pictures in " + folder + " at " + url;
        if (paths.isEmpty()) {
            return text + "\nput a picture there, then ask for it: " + url + "/NAME?d=" + Samples.size(config)
                    + (config.signing().isOn() ? " as ./dev sign signs it" : "");
        }
        StringBuilder all = new StringBuilder(text);
        for (String path : paths) {
            all.append("\n  ").append(url).append(Samples.address(path, config));
        }
        return all.append("\ntry\n  curl -sD- -o out.webp -H 'Accept: image/webp' '")
                .append(url)
                .append(Samples.address(paths.getFirst(), config))
                .append("'\nstop with Ctrl-C")
                .toString();
    }
}
