package io.edgepix.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command inherits: those for help, and the folder of the project. */
@Command(
        name = "./dev",
        description = "Resizes pictures at the CDN: CloudFront, Lambda@Edge and S3.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
public final class Root {
    /** An option for tests. {@code ./dev} sets the system property, as picocli counts arguments in its errors. */
    @Option(
            names = "--root",
            hidden = true,
            scope = ScopeType.INHERIT,
            defaultValue = "${sys:edgepix.root}",
            description = "the project's folder")
    private @Nullable Path folder;

    Root() {}

    /** Returns the project's folder, if it was given. */
    Optional<Path> named() {
        return Optional.ofNullable(folder);
    }

    /**
     * Returns the project's folder, which {@code ./dev} passes.
     *
     * @throws CommandException if it was not given
     */
    public Path folder() {
        return named().orElseThrow(() ->
                new CommandException("--root: expected the project's folder, got none; run this command with ./dev"));
    }
}
