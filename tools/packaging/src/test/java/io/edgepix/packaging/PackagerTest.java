package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the errors of packaging. */
class PackagerTest {
    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();

    @Test
    void aWrongConfiguration_isNamedAndNothingIsBuilt() throws IOException {
        Path config = Files.writeString(folder.resolve("edgepix.json"), "{\"qualitty\": 80}");

        assertThat(run("--config", config.toString())).isEqualTo(1);
        assertThat(output.toString()).startsWith("dev: ").contains("edgepix.json", "qualitty");
        assertThat(folder.resolve("dist")).doesNotExist();
    }

    @Test
    void aMissingConfiguration_isNamed() {
        assertThat(run("--config", "nowhere.json")).isEqualTo(1);
        assertThat(output.toString()).isEqualTo("dev: nowhere.json: there is no such file\n");
    }

    @Test
    void aFieldThatACloudFrontFunctionDoesNotKnow_isNamedWithTheWayOut() throws IOException {
        Path config = Files.writeString(
                folder.resolve("my.json"),
                "{\"urls\": [\"/{width}/{key}\"], \"signing\": {\"keys\": [\"0123456789abcdef0123456789abcdef\"]}}");

        assertThat(run("--viewer-request", "function", "--config", config.toString()))
                .isEqualTo(1);
        assertThat(output.toString())
                .isEqualTo(
                        "dev: " + config + ": urls, signing: expected none, as a CloudFront Function does not support"
                                + " it; leave it out, or use --viewer-request edge\n");
        assertThat(folder.resolve("dist")).doesNotExist();
    }

    @Test
    void anUnknownTypeOfFunction_isNamed() {
        assertThat(run("--viewer-request", "lambda")).isEqualTo(2);
        assertThat(output.toString()).contains("--viewer-request", "lambda");
    }

    @Test
    void aProjectThatIsNotBuilt_isReported() {
        assertThat(run()).isEqualTo(1);
        assertThat(output.toString()).contains("is not built");
    }

    @Test
    void anUnknownOption_isNamed() {
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(output.toString()).contains("--fast");
    }

    private int run(String... options) {
        CommandLine command = Edgepix.commandLine(new Packager()).setErr(new PrintWriter(output, true));
        String[] all = new String[options.length + 5];
        System.arraycopy(
                new String[] {
                    "package",
                    "--root",
                    folder.toString(),
                    "--output",
                    folder.resolve("dist").toString()
                },
                0,
                all,
                0,
                5);
        System.arraycopy(options, 0, all, 5, options.length);
        return command.execute(all);
    }
}
