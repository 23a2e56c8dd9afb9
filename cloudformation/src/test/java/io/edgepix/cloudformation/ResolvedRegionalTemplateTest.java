package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the template of the stack in one Region that is resolved for a package. */
class ResolvedRegionalTemplateTest {
    private static final byte[] CODE = hash(0x1f);
    private static final String POLICY = "default-src 'none'; report-to \"a\\b\"";
    private static final Map<String, String> NEEDED =
            Map.of("AWS::Region", "eu-west-1", "ArtifactBucket", "artifacts", "RegionalKey", "regional.zip");

    @Test
    void versions_areCalledByTheHashOfTheirCode() {
        Stack stack = resolved(CODE).evaluate(NEEDED);

        assertThat(stack.ofType(Requirement.VERSION))
                .extracting(Resource::id)
                .containsExactly("PublishedVersion1f1f1f1f1f1f1f1f", "PublishedBigVersion1f1f1f1f1f1f1f1f");
        assertThat(stack.ofType("AWS::Lambda::Alias"))
                .extracting(alias -> alias.at("FunctionVersion"))
                .containsExactly(
                        "${PublishedVersion1f1f1f1f1f1f1f1f.Version}",
                        "${PublishedBigVersion1f1f1f1f1f1f1f1f.Version}");
        assertThat(stack.ofType(Requirement.FUNCTION))
                .extracting(function -> function.at("SnapStart", "ApplyOn"))
                .containsOnly("PublishedVersions");
    }

    @Test
    void otherCode_isAnotherVersionOfBothFunctions() {
        assertThat(resolved(hash(3)).evaluate(NEEDED).resources().keySet())
                .contains("PublishedVersion0303030303030303", "PublishedBigVersion0303030303030303")
                .doesNotContain("PublishedVersion1f1f1f1f1f1f1f1f");
    }

    @Test
    void text_isTheSourceExceptForResolvedValues() {
        List<String> source = Template.regional().text().lines().toList();

        assertThat(resolved(CODE).text().lines().filter(line -> !source.contains(line)))
                .containsExactly(
                        "    Default: \"" + Base64.getEncoder().encodeToString(CODE) + "\"",
                        "    Default: \"" + "c0".repeat(32) + "\"",
                        "    Default: 45",
                        "    Default: \"invoices/\"",
                        "    Default: \"https://a.example\"",
                        "    Default: \"default-src 'none'; report-to \\\"a\\\\b\\\"\"",
                        "  PublishedVersion1f1f1f1f1f1f1f1f:",
                        "      FunctionVersion: !GetAtt PublishedVersion1f1f1f1f1f1f1f1f.Version",
                        "  PublishedBigVersion1f1f1f1f1f1f1f1f:",
                        "      FunctionVersion: !GetAtt PublishedBigVersion1f1f1f1f1f1f1f1f.Version");
    }

    @Test
    void contentSecurityPolicy_ofTheConfiguration_isThatOfAnswersOfS3() {
        Map<String, String> atTheEdge = Map.of(
                "AWS::Region", "eu-west-1",
                "ArtifactBucket", "artifacts",
                "RegionalKey", "regional.zip",
                "ViewerRequestType", "edge",
                "ViewerRequestArn", RegionalCases.VIEWER_REQUEST);

        assertThat(resolved(CODE)
                        .evaluate(atTheEdge)
                        .only(Requirement.RESPONSE_HEADERS_POLICY)
                        .at(
                                "ResponseHeadersPolicyConfig",
                                "SecurityHeadersConfig",
                                "ContentSecurityPolicy",
                                "ContentSecurityPolicy"))
                .isEqualTo(POLICY);
    }

    private static Template resolved(byte[] code) {
        return Template.parse(ResolvedTemplate.regional(
                Template.regional(), code, hash(0xc0), 45, "https://a.example", POLICY, "invoices/"));
    }

    private static byte[] hash(int value) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) value);
        return hash;
    }
}
