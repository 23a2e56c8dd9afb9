package io.edgepix.packaging;

import io.edgepix.cli.ConfigFile;
import io.edgepix.cli.Program;
import io.edgepix.cli.Root;
import io.edgepix.cloudformation.ResolvedTemplate;
import io.edgepix.cloudformation.Template;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.Pregeneration;
import io.edgepix.localedge.lambda.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev package}. */
@Command(
        name = "package",
        description =
                "Writes the zips for CloudFront and Lambda, their configuration, and the templates that deploy them.")
public final class Packager implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    @Option(names = "--output", paramLabel = "DIR", description = "the folder to write into (default: target/dist)")
    private @Nullable Path output;

    @Option(
            names = "--viewer-request",
            paramLabel = "TYPE",
            description = "edge for Lambda@Edge alone, or function for CloudFront Functions too (default: edge)")
    private InlineFunctions.ViewerRequest viewerRequestType = InlineFunctions.ViewerRequest.EDGE;

    @Option(
            names = "--no-origin-group",
            description = "with --viewer-request function: the function selects the origin of derivatives, for plans"
                    + " without origin groups")
    private boolean hasNoOriginGroup;

    @Mixin
    private ConfigFile configFile = new ConfigFile();

    @Override
    public Integer call() throws IOException {
        String config = PackagedConfig.text(configFile);
        InlineFunctions functions = InlineFunctions.of(viewerRequestType, configFile, config, !hasNoOriginGroup);
        requireLinux();
        Program.require("node");
        Path dist = writable(output == null ? root.folder().resolve("target/dist") : output);
        Path scratch = Files.createTempDirectory("edgepix-package-");
        Thread onInterrupt = new Thread(() -> discard(scratch));
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            for (Path made : make(config, functions, scratch)) {
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

    private List<Path> make(String config, InlineFunctions functions, Path scratch) throws IOException {
        Path viewerRequest = scratch.resolve("viewer-request.zip");
        Path license = root.folder().resolve("LICENSE");
        ViewerRequestZip.write(built("viewer-request/target"), license, config, scratch, viewerRequest);
        Path originResponse = scratch.resolve("origin-response.zip");
        Path natives = built("imaging/target/native");
        OriginResponseZip.write(
                built("origin-response/target"),
                natives,
                license,
                config,
                scratch,
                root.folder().resolve("target/aot"),
                originResponse);
        Path pregenerate = javaFunction(JavaFunctionZip.PREGENERATE, config, scratch);
        Path regional = javaFunction(JavaFunctionZip.REGIONAL, config, scratch);
        Path packaged = Files.writeString(scratch.resolve("edgepix.json"), config);
        Config read = ConfigReader.read(config);
        Path template = Files.writeString(
                scratch.resolve("template.yaml"),
                functions.insert(template(viewerRequest, originResponse, packaged, read)));
        Path second = Files.writeString(scratch.resolve("pregenerate.yaml"), template(pregenerate, read));
        Path third = Files.writeString(
                scratch.resolve("regional.yaml"), functions.insert(regionalTemplate(regional, packaged, read)));
        List<Path> all = new ArrayList<>(
                List.of(viewerRequest, originResponse, pregenerate, regional, packaged, template, second, third));
        all.addAll(functions.write(scratch));
        return all;
    }

    private Path javaFunction(JavaFunctionZip function, String config, Path scratch) throws IOException {
        Path zip = scratch.resolve(function.file());
        function.write(
                built(function.module() + "/target"),
                built("imaging/target/native"),
                root.folder().resolve("LICENSE"),
                config,
                scratch,
                zip);
        return zip;
    }

    private static String template(Path viewerRequest, Path originResponse, Path packaged, Config config)
            throws IOException {
        return ResolvedTemplate.text(
                Template.edgepix(),
                Fingerprint.of(viewerRequest),
                Fingerprint.of(originResponse),
                Fingerprint.of(packaged),
                config.expireAfterDays(),
                String.join(",", config.offer().cors().origins()),
                config.documents().privatePrefix());
    }

    private static String template(Path pregenerate, Config config) throws IOException {
        return ResolvedTemplate.pregenerate(
                Template.pregenerate(),
                Fingerprint.of(pregenerate),
                config.expireAfterDays(),
                config.pregeneration().prefix(),
                config.pregeneration()
                        .copies()
                        .map(Pregeneration.Copies::bucket)
                        .orElse(""),
                config.documents().prefix());
    }

    private static String regionalTemplate(Path regional, Path packaged, Config config) throws IOException {
        return ResolvedTemplate.regional(
                Template.regional(),
                Fingerprint.of(regional),
                Fingerprint.of(packaged),
                config.expireAfterDays(),
                String.join(",", config.offer().cors().origins()),
                config.headers().contentSecurityPolicy().orElse(""),
                config.documents().privatePrefix());
    }

    private Path built(String module) {
        Path folder = root.folder().resolve(module);
        if (Stream.of("js", "classpath", "libedgepix.so").noneMatch(each -> Files.exists(folder.resolve(each)))) {
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
