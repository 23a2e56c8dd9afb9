package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An independent validator has no complaint of the template from warnings up, and has of broken ones. */
class ValidatorTest {
    @TempDir
    Path folder;

    private record Verdict(int exitCode, String output) {}

    @Test
    void theTemplate_isAccepted() throws Exception {
        assertThat(verdict(Template.edgepix().text())).isEqualTo(new Verdict(0, ""));
    }

    @Test
    void theResolvedTemplate_isAccepted() throws Exception {
        assertThat(verdict(ResolvedTemplate.text(Template.edgepix(), new byte[32], new byte[32], 30)))
                .isEqualTo(new Verdict(0, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Timeout: 5                                    | Timeot: 5                | FATAL F3002",
                "nodejs24.x                                    | nodejs14.x               | ERROR E2531",
                "TargetOriginId: bucket                        | TargetOriginId: buckets  | ERROR E3057",
                "!Ref OriginResponseRole                       | !Ref OriginResponseRoles | FATAL F1020",
                "UpdateReplacePolicy: Retain                   | Metadata: {}             | WARN W3011",
                "!If [MakesBucket, !Ref Bucket, !Ref BucketName] | !Ref Bucket          | WARN W1001"
            })
    void aBrokenTemplate_isRefused(String from, String to, String complaint) throws Exception {
        Verdict verdict =
                verdict(new Mutant(List.of(), from, to).apply(Template.edgepix().text()));

        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.output()).contains(complaint);
    }

    @Test
    void aSuppression_thatIsNeededNoMore_isAnError() throws Exception {
        String without = Template.edgepix()
                .text()
                .replace("!If [HasAliases, !Split [\",\", !Ref Aliases], !Ref AWS::NoValue]", "[a.example.com]");

        assertThat(verdict(without).output()).contains("STALE E3013");
    }

    private Verdict verdict(String template) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("template.yaml"), template);
        Path output = folder.resolve("output");
        Process node = new ProcessBuilder("node", "checks/validate.mjs", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!node.waitFor(60, TimeUnit.SECONDS)) {
            node.destroyForcibly();
            throw new IOException("The validator did not end within 60 s");
        }
        return new Verdict(node.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
