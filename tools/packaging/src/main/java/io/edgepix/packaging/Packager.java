package io.edgepix.packaging;

import io.edgepix.cli.ConfigFile;
import io.edgepix.cli.Program;
import io.edgepix.cli.Root;
import io.edgepix.cloudformation.ResolvedTemplate;
import io.edgepix.cloudformation.Template;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev package}. */
@Command(
        name = "package",
        description = "Writes the two zips for CloudFront, their configuration, and the template that deploys them.")
public final class Packager implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Option(names = "--output", paramLabel = "DIR", description = "the folder to write into (default: target/dist)")
    private @Nullable Path output;

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() throws IOException {
        String config = PackagedConfig.text(configFile);
        requireLinux();
        Program.require("node");
        Path dist = writable(output == null ? root.folder().resolve("target/dist") : output);
        Path scratch = Files.createTempDirectory("edgepix-package-");
        Thread onInterrupt = new Thread(() -> discard(scratch));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            for (Path made : make(config, scratch)) {
                Path to = dist.resolve(made.getFileName());
                Files.move(made, to, StandardCopyOption.REPLACE_EXISTING);
                System.out.printf(Locale.ROOT, "%,12d  %s%n", Files.size(to), to);
            }
            return 0;
        } finally {
            Folders.delete(scratch);
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
    }

    private static Path writable(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new PackagingException("--output: expected a folder, got the file " + folder);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PackagingException("--output: cannot create the folder " + folder + ": " + e);
        }
        if (!Files.isWritable(folder)) {
            throw new PackagingException("--output: cannot write to the folder " + folder);
        }
        return folder;
    }

    private static void discard(Path scratch) {
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            System.err.println("dev: cannot delete " + scratch + ": " + e.getMessage());
        }
    }

    private List<Path> make(String config, Path scratch) throws IOException {
        Path viewerRequest = scratch.resolve("viewer-request.zip");
        Path license = root.folder().resolve("LICENSE");
        ViewerRequestZip.write(built("viewer-request/target"), license, config, scratch, viewerRequest);
        Path originResponse = scratch.resolve("origin-response.zip");
        OriginResponseZip.write(
                built("origin-response/target"),
                built("imaging/target/native"),
                license,
                config,
                scratch,
                root.folder().resolve("target/aot"),
                originResponse);
        Path packaged = Files.writeString(scratch.resolve("edgepix.json"), config);
        Path template = scratch.resolve("template.yaml");
        Files.writeString(
                template,
                ResolvedTemplate.text(
                        Template.edgepix(),
                        Fingerprint.of(viewerRequest),
                        Fingerprint.of(originResponse),
                        Fingerprint.of(packaged),
                        ConfigReader.read(config).expireAfterDays(),
                        String.join(
                                ",", ConfigReader.read(config).offer().cors().origins()),
                        ConfigReader.read(config).pregeneration().fromEdge()));
        return List.of(viewerRequest, originResponse, packaged, template);
    }

    private Path built(String module) {
        Path folder = root.folder().resolve(module);
        if (!Files.isDirectory(folder.resolve("js")) && !Files.isRegularFile(folder.resolve("libedgepix.so"))) {
            throw new PackagingException(folder + " is not built");
        }
        return folder;
    }

    /** Requires the platform of Lambda, since the zip contains the runtime and the cache of this machine. */
    private static void requireLinux() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new PackagingException("./dev package: expected Linux amd64, got " + machine
                    + "; docker/Dockerfile builds the zips on other machines");
        }
    }
}
