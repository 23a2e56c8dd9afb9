package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Writes the zips for the other tests, by {@code ./dev package}. */
class MakingPackagedTest {
    @Test
    void theCommand_writesTheZipsAndTheirTemplatesFromTheBuild() throws IOException {
        int status = Edgepix.commandLine(new Packager())
                .execute(
                        "package",
                        "--root",
                        "../..",
                        "--output",
                        Dist.folder().toString(),
                        "--viewer-request",
                        "function");

        assertThat(status).isZero();
        assertThat(Dist.viewerRequest()).isNotEmptyFile();
        assertThat(Dist.originResponse()).isNotEmptyFile();
        assertThat(Dist.pregenerate()).isNotEmptyFile();
        assertThat(Dist.regional()).isNotEmptyFile();
        Path config = Dist.folder().resolve("edgepix.json");
        assertThat(config).hasContent("{}");
        assertThat(Dist.folder().resolve("template.yaml"))
                .content()
                .contains("Default: \"" + HexFormat.of().formatHex(Fingerprint.of(config)) + "\"");
        assertThat(Dist.folder().resolve("pregenerate.yaml"))
                .content()
                .contains(
                        "Default: \"" + Base64.getEncoder().encodeToString(Fingerprint.of(Dist.pregenerate())) + "\"");
        assertThat(Dist.folder().resolve("regional.yaml"))
                .content()
                .contains("Default: \"" + Base64.getEncoder().encodeToString(Fingerprint.of(Dist.regional())) + "\"")
                .contains(Files.readString(Dist.folder().resolve("viewer-request-function.js"))
                        .lines()
                        .toList())
                .contains(Files.readString(Dist.folder().resolve("viewer-response-function.js"))
                        .lines()
                        .toList());
    }
}
