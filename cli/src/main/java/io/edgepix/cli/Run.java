package io.edgepix.cli;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.localedge.LocalDeployment;
import io.edgepix.localedge.LocalStack;
import io.edgepix.localedge.lambda.TemporaryFolder;
import io.edgepix.viewerrequest.function.FunctionException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev run}: runs a local edge until it is stopped. */
@Command(name = "run", description = "Runs a local edge that serves the pictures of a folder, on the loopback address.")
final class Run implements Callable<Integer> {
    /** Stands for no exit status, since the server continues. */
    static final int SERVING = -1;

    @Option(names = "--port", paramLabel = "PORT", description = "the port, or 0 for any free one (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--bucket",
            paramLabel = "DIR",
            description = "the folder that serves as the bucket (default: sample photographs)")
    private @Nullable Path bucket;

    @Option(names = "--create", description = "creates the folder of --bucket if it does not exist")
    private boolean create;

    @Option(
            names = "--packaged",
            paramLabel = "DIST",
            arity = "0..1",
            fallbackValue = "",
            description = "runs the zips in a folder as Lambda does, instead of the classes; without a folder, packages"
                    + " them into target/dist")
    private @Nullable Path packaged;

    @Option(
            names = "--pregenerate",
            description =
                    "renders the derivatives of \"pregenerate\" in the configuration as soon as a picture is in the"
                            + " folder")
    private boolean pregenerate;

    @Option(
            names = "--existing",
            description = "with --pregenerate: also for the pictures that are in the folder at the start")
    private boolean existing;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Mixin
    private StackOptions stackOptions = new StackOptions();

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    private final Companion companion;

    Run(Companion companion) {
        this.companion = companion;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new CommandException("--port: expected a number from 0 to 65535, got " + port);
        }
        if (existing && !pregenerate) {
            throw new CommandException("--existing: expected --pregenerate with it, got none");
        }
        LocalStack stack = stackOptions.read();
        Optional<Path> dist = dist();
        Path folder = folder();
        requireFolder(folder);
        Config config = dist.isEmpty() ? configFile.read() : configFile.read(dist.get());
        TemporaryFolder.deleteAbandoned();
        try {
            LocalDeployment edge = configFile.named(() -> start(folder, config, stack, dist));
            AutoCloseable other = companion(edge, dist);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(other, edge), "stop"));
            System.out.println(welcome("http://localhost:" + edge.port(), folder, config));
            if (stack.isRegional()) {
                System.out.println(StackOptions.sentence(stack));
            }
            if (dist.isEmpty()
                    && NativeRenderer.find(ConfiguredLimits.of(config)).isEmpty()) {
                System.out.println("The portable renderer runs: it is slower, and cannot read AVIF or SVG.");
            }
            return SERVING;
        } catch (FunctionException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            boolean isTaken = cause != null && cause.getCause() instanceof BindException;
            throw new CommandException(e.getMessage() + (isTaken ? "; --port names a different port" : ""));
        }
    }

    private LocalDeployment start(Path folder, Config config, LocalStack stack, Optional<Path> dist) {
        if (dist.isEmpty()) {
            return LocalDeployment.start(port, folder, config, stack, System.err::println);
        }
        String text = configFile.text().orElse(null);
        return stack.isRegional()
                ? LocalDeployment.startPackaged(port, folder, dist.get(), Built.client(root.folder()), text, stack)
                : LocalDeployment.startPackaged(port, folder, dist.get(), text);
    }

    private AutoCloseable companion(LocalDeployment pair, Optional<Path> dist) {
        try {
            return pregenerate ? companion.start(pair, configFile.text(dist), existing) : () -> {};
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    private static void close(AutoCloseable companion, LocalDeployment pair) {
        try (pair;
                companion) {
            // If one fails to close, the other is closed nevertheless.
        } catch (Exception e) {
            System.err.println("dev: " + e.getMessage());
        }
    }

    private Optional<Path> dist() {
        return Optional.ofNullable(packaged).map(dist -> dist.toString().isEmpty() ? Built.zips(root.folder()) : dist);
    }

    private Path folder() {
        if (bucket == null && root.named().isPresent()) {
            return samplePhotographs(root.folder());
        }
        if (bucket == null || bucket.toString().isEmpty()) {
            throw new CommandException("--bucket: expected a folder, got none");
        }
        return bucket;
    }

    private static Path samplePhotographs(Path project) {
        try {
            return SamplePhotographs.install(project, project.resolve("target/bucket"));
        } catch (CommandException e) {
            throw new CommandException(e.getMessage() + "; --bucket DIR serves your own pictures", e);
        }
    }

    /** Refuses a missing folder unless {@code --create} is given, since its name is probably mistyped. */
    private void requireFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandException("--bucket " + folder + ": expected a folder, got a file");
        }
        if (!create && !Files.isDirectory(folder)) {
            throw new CommandException("--bucket " + folder + ": expected a folder, got none; --create creates it");
        }
    }

    /** Returns the lines for the start: the URL of the page, and URLs of some pictures. */
    static String welcome(String url, Path folder, Config config) {
        List<String> paths = SampleUrls.keys(folder);
        String text = "Open " + url + "/ in a browser\nedgepix serves the pictures in " + folder + " at " + url;
        if (paths.isEmpty()) {
            return text + "\nask for a picture by its path in the folder: " + url + "/PATH?d=" + SampleUrls.size(config)
                    + (config.offer().signing().isOn() ? ", signed by ./dev sign" : "");
        }
        StringBuilder all = new StringBuilder(text);
        for (String path : paths) {
            all.append("\n  ").append(url).append(SampleUrls.url(path, config));
        }
        return all.append("\ntry\n  curl -sD- -o out.webp -H 'Accept: image/webp' '")
                .append(url)
                .append(SampleUrls.url(paths.getFirst(), config))
                .append("'\nstop with Ctrl-C")
                .toString();
    }
}
