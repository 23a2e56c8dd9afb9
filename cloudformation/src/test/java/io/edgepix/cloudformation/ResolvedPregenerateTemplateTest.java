package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the template of the pregenerate stack that is resolved for a package. */
class ResolvedPregenerateTemplateTest {
    private static final Map<String, String> NEEDED =
            Map.of("ArtifactBucket", "artifacts", "PregenerateKey", "p.zip", "BucketName", "pictures");

    @Test
    void version_isCalledByTheHashOfItsCode() {
        Stack stack = resolved(0x1f, "").evaluate(NEEDED);

        Resource version = stack.only(Requirement.VERSION);
        assertThat(version.id()).isEqualTo("PublishedVersion1f1f1f1f1f1f1f1f");
        assertThat(version.at("CodeSha256")).isEqualTo(Base64.getEncoder().encodeToString(hash(0x1f)));
    }

    @Test
    void alias_goesWithTheVersion() {
        Resource alias = resolved(0x1f, "").evaluate(NEEDED).only("AWS::Lambda::Alias");

        assertThat(alias.at("FunctionVersion")).isEqualTo("${PublishedVersion1f1f1f1f1f1f1f1f.Version}");
    }

    @ParameterizedTest
    @CsvSource({
        "photos/, photos/",
        "my photos/, my+photos/",
        "a+b, a%2Bb",
        "\u00e9t\u00e9/, %C3%A9t%C3%A9/",
        "\"\\, %22%5C"
    })
    void prefix_ofAnyCharacters_isEncodedAsS3Expects(String prefix, String encoded) {
        Stack stack = resolved(1, prefix).evaluate(NEEDED);

        assertThat(stack.outputs().get("BucketNotifications")).contains("\"Value\":\"" + encoded + "\"");
    }

    @Test
    void text_isTheSourceExceptForResolvedValues() {
        List<String> source = Template.pregenerate().text().lines().toList();
        List<String> resolved = resolved(0x1f, "photos/").text().lines().toList();

        assertThat(resolved.stream().filter(line -> !source.contains(line)))
                .containsExactly(
                        "    Default: \"" + Base64.getEncoder().encodeToString(hash(0x1f)) + "\"",
                        "    Default: 45",
                        "    Default: \"photos/\"",
                        "    Default: \"{bucket}-resized\"",
                        "    Default: \"invoices/\"",
                        "  PublishedVersion1f1f1f1f1f1f1f1f:",
                        "      FunctionVersion: !GetAtt PublishedVersion1f1f1f1f1f1f1f1f.Version");
    }

    @Test
    void resolving_aTemplateThatIsResolvedAlready_isRefused() {
        Template once = resolved(1, "");

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> ResolvedTemplate.pregenerate(once, hash(2), 0, "", "", ""))
                .withMessageContaining("no version to be called");
    }

    private static Template resolved(int hash, String prefix) {
        return Template.parse(ResolvedTemplate.pregenerate(
                Template.pregenerate(), hash(hash), 45, prefix, "{bucket}-resized", "invoices/"));
    }

    private static byte[] hash(int value) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) value);
        return hash;
    }
}
