package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs an independent validator. It must report nothing for the templates, and an error or a warning for broken
 * templates.
 */
class ValidatorTest {
    private static final String TEMPLATE = Template.edgepix().text();
    private static final String PREGENERATE = Template.pregenerate().text();
    private static final String REGIONAL = Template.regional().text();

    @TempDir
    private static Path folder;

    private static List<String> lines = List.of();

    /** An edit, and the start of the line that the validator prints for it. */
    record BrokenTemplate(String template, String name, String from, String to, String error) {
        BrokenTemplate(String name, String from, String to, String error) {
            this(TEMPLATE, name, from, to, error);
        }

        String text() {
            return new TemplateMutant(List.of(), from, to).apply(template);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<BrokenTemplate> broken() {
        return Stream.of(
                new BrokenTemplate("property", "Timeout: 5", "Timeot: 5", "FATAL F3002"),
                new BrokenTemplate("runtime", "nodejs24.x", "nodejs14.x", "ERROR E2531"),
                new BrokenTemplate("origin", "TargetOriginId: bucket", "TargetOriginId: buckets", "ERROR E3057"),
                new BrokenTemplate("reference", "!Ref OriginResponseRole", "!Ref OriginResponseRoles", "FATAL F1020"),
                new BrokenTemplate("policy", "    UpdateReplacePolicy: Retain", "", "WARN W3011"),
                new BrokenTemplate(
                        "condition", "!If [MakesBucket, !Ref Bucket, !Ref BucketName]", "!Ref Bucket", "WARN W1001"),
                new BrokenTemplate(
                        "suppression",
                        "!If [HasAliases, !Split [\",\", !Ref Aliases], !Ref AWS::NoValue]",
                        "[a.example.com]",
                        "STALE E3013"),
                new BrokenTemplate(PREGENERATE, "fargate", "Default: \"16384\"", "Default: \"1024\"", "ERROR E3047"),
                new BrokenTemplate(
                        PREGENERATE,
                        "container",
                        "  ContainerQueues:\n    Type: AWS::IAM::RolePolicy\n    Condition: HasContainer\n",
                        "  ContainerQueues:\n    Type: AWS::IAM::RolePolicy\n",
                        "WARN W1001"),
                new BrokenTemplate(
                        PREGENERATE,
                        "topic",
                        "!If [HasTopic, !Ref AlarmTopicArn, !Ref AWS::NoValue]",
                        "!Sub topic",
                        "STALE F3033"),
                new BrokenTemplate(REGIONAL, "url", "AuthType: AWS_IAM", "AuthType: IAM", "WARN W3030"),
                new BrokenTemplate(
                        REGIONAL,
                        "circle",
                        "  FunctionLog:\n    Type: AWS::Logs::LogGroup\n",
                        "  FunctionLog:\n    Type: AWS::Logs::LogGroup\n    DependsOn: FunctionUrlPermission\n",
                        "FATAL F3004"),
                new BrokenTemplate(REGIONAL, "snapshots", "Runtime: java25", "Runtime: nodejs24.x", "ERROR E2530"),
                new BrokenTemplate(
                        Template.webAcl().text(),
                        "limit",
                        "EvaluationWindowSec: 300",
                        "EvaluationWindowSec: 301",
                        "WARN W3030"),
                new BrokenTemplate(
                        Template.watch().text(),
                        "delivery",
                        "      DeliverySourceName: !Ref AccessLogSource\n",
                        "",
                        "FATAL"),
                new BrokenTemplate(
                        Template.plan().text(), "family", "PlanFamily: CloudFront", "PlanFamily: Cloud", "WARN W3030"));
    }

    /** Validates all templates in one run, since the validator takes seconds to start. */
    @BeforeAll
    static void validate() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "checks/validate.mjs"));
        command.add(write("template", TEMPLATE));
        command.add(write(
                "resolved",
                ResolvedTemplate.text(
                        Template.edgepix(), new byte[32], new byte[32], new byte[32], 30, "*", "invoices/")));
        command.add(write("pregenerate", PREGENERATE));
        command.add(write(
                "resolved-pregenerate",
                ResolvedTemplate.pregenerate(Template.pregenerate(), new byte[32], 30, "photos/", "", "invoices/")));
        command.add(write("regional", REGIONAL));
        command.add(write(
                "resolved-regional",
                ResolvedTemplate.regional(
                        Template.regional(), new byte[32], new byte[32], 30, "*", "sandbox", "invoices/")));
        command.add(write("web-acl", Template.webAcl().text()));
        command.add(write("watch", Template.watch().text()));
        command.add(write("plan", Template.plan().text()));
        for (BrokenTemplate one : broken().toList()) {
            command.add(write(one.name(), one.text()));
        }
        Path output = folder.resolve("output");
        assertThat(exitCode(command, output)).isEqualTo(1);
        lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    private static String write(String name, String template) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), template).toString();
    }

    private static int exitCode(List<String> command, Path output) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!node.waitFor(300, TimeUnit.SECONDS)) {
            node.destroyForcibly();
            throw new IOException("expected the validator to end within 300 s");
        }
        return node.exitValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template",
                "resolved",
                "pregenerate",
                "resolved-pregenerate",
                "regional",
                "resolved-regional",
                "web-acl",
                "watch",
                "plan"
            })
    void theTemplate_isAccepted(String name) {
        assertThat(errors(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenTemplate_isRefused(BrokenTemplate one) {
        assertThat(errors(one.name())).anyMatch(line -> line.startsWith(one.error()));
    }

    @Test
    void everyLine_isAnErrorOfATemplate() {
        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith(folder.toString()));
    }

    @Test
    void anAcceptedTemplate_exitsWithZeroAndPrintsNothing() throws Exception {
        Path output = folder.resolve("accepted");

        assertThat(exitCode(
                        List.of("node", "checks/validate.mjs", "plan.yaml", "watch.yaml", "viewer-request.yaml"),
                        output))
                .isZero();
        assertThat(output).isEmptyFile();
    }

    private static List<String> errors(String name) {
        String prefix = folder.resolve(name + ".yaml") + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
