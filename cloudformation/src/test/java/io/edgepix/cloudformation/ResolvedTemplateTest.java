package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the template that is resolved for two packages. */
class ResolvedTemplateTest {
    private static final byte[] VIEWER = hash(0x1f);
    private static final byte[] ORIGIN = hash(0xe2);
    private static final byte[] CONFIG = hash(0xc0);
    private static final Map<String, String> NEEDED = Map.of(
            "ArtifactBucket",
            "artifacts",
            "ViewerRequestKey",
            "viewer-request.zip",
            "OriginResponseKey",
            "origin-response.zip");

    @Test
    void versions_areCalledByTheHashOfTheirCode() {
        Stack stack = resolved(VIEWER, ORIGIN, 0).evaluate(NEEDED);

        assertThat(stack.ofType(Requirement.VERSION))
                .extracting(Resource::id)
                .containsExactly("ViewerRequestVersion1f1f1f1f1f1f1f1f", "OriginResponseVersione2e2e2e2e2e2e2e2");
        assertThat(stack.ofType(Requirement.VERSION))
                .extracting(version -> version.at("CodeSha256"))
                .containsExactly(base64(VIEWER), base64(ORIGIN));
    }

    @Test
    void references_goWithTheVersions() {
        Stack stack = resolved(VIEWER, ORIGIN, 0).evaluate(NEEDED);

        assertThat(Values.list(stack.only(Requirement.DISTRIBUTION)
                        .at("DistributionConfig", "DefaultCacheBehavior", "LambdaFunctionAssociations")))
                .extracting(association -> Values.at(association, "LambdaFunctionARN"))
                .containsExactly("${ViewerRequestVersion1f1f1f1f1f1f1f1f}", "${OriginResponseVersione2e2e2e2e2e2e2e2}");
        assertThat(stack.outputs()).containsEntry("ViewerRequestVersionArn", "${ViewerRequestVersion1f1f1f1f1f1f1f1f}");
    }

    @Test
    void otherCode_isAnotherVersionOfThatFunctionOnly() {
        Stack before = resolved(VIEWER, ORIGIN, 0).evaluate(NEEDED);
        Stack after = resolved(VIEWER, hash(3), 0).evaluate(NEEDED);

        assertThat(after.resources().keySet()).contains("ViewerRequestVersion1f1f1f1f1f1f1f1f");
        assertThat(after.resources().keySet()).doesNotContain("OriginResponseVersione2e2e2e2e2e2e2e2");
        assertThat(before.resources()).hasSameSizeAs(after.resources());
    }

    @Test
    void derivativeDays_areTheDefault() {
        Resource bucket = resolved(VIEWER, ORIGIN, 45).evaluate(NEEDED).only(Requirement.BUCKET);

        assertThat(bucket.at("LifecycleConfiguration", "Rules", "2", "ExpirationInDays"))
                .isEqualTo(45L);
    }

    @Test
    void resolved_forListedOrigins_letsThoseReadPictures() {
        Resource policy = resolved(VIEWER, ORIGIN, 0).evaluate(NEEDED).only(Requirement.RESPONSE_HEADERS_POLICY);

        assertThat(policy.at("ResponseHeadersPolicyConfig", "CorsConfig", "AccessControlAllowOrigins", "Items"))
                .isEqualTo(List.of("https://a.example", "https://b.example"));
    }

    @Test
    void text_isTheSourceExceptForResolvedValues() {
        List<String> source = Template.edgepix().text().lines().toList();
        List<String> resolved = resolved(VIEWER, ORIGIN, 45).text().lines().toList();

        assertThat(resolved.stream().filter(line -> !source.contains(line)).distinct())
                .containsExactly(
                        "    Default: \"" + base64(VIEWER) + "\"",
                        "    Default: \"" + base64(ORIGIN) + "\"",
                        "    Default: \"" + "c0".repeat(32) + "\"",
                        "    Default: 45",
                        "    Default: \"invoices/\"",
                        "    Default: \"https://a.example,https://b.example\"",
                        "  ViewerRequestVersion1f1f1f1f1f1f1f1f:",
                        "  OriginResponseVersione2e2e2e2e2e2e2e2:",
                        "                LambdaFunctionARN: !Ref ViewerRequestVersion1f1f1f1f1f1f1f1f",
                        "              LambdaFunctionARN: !Ref OriginResponseVersione2e2e2e2e2e2e2e2",
                        "                  LambdaFunctionARN: !Ref ViewerRequestVersion1f1f1f1f1f1f1f1f",
                        "                LambdaFunctionARN: !Ref OriginResponseVersione2e2e2e2e2e2e2e2",
                        "    Value: !Ref ViewerRequestVersion1f1f1f1f1f1f1f1f",
                        "    Value: !Ref OriginResponseVersione2e2e2e2e2e2e2e2");
    }

    @Test
    void resolving_aTemplateThatIsResolvedForOtherCode_isRefused() {
        Template once = resolved(VIEWER, ORIGIN, 0);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> ResolvedTemplate.text(once, VIEWER, hash(3), CONFIG, 0, "*", ""))
                .withMessageContaining("no version to be called");
    }

    @Test
    void template_withoutTheParameter_isRefused() {
        Template without = Template.parse(Template.edgepix().text().replace("  DerivativeDays:\n", "  Days:\n"));

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> ResolvedTemplate.text(without, VIEWER, ORIGIN, CONFIG, 0, "*", ""))
                .withMessage("The template has no parameter DerivativeDays.");
    }

    @Test
    void template_withTheLogicalIdInAnotherPlace_isRefused() {
        Template odd = Template.parse(
                Template.edgepix().text().replace("runs on each miss.", "runs as ViewerRequestVersion."));

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> ResolvedTemplate.text(odd, VIEWER, ORIGIN, CONFIG, 0, "*", ""))
                .withMessageContaining("changed more of Outputs");
    }

    @Test
    void hash_ofAnotherLength_isRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ResolvedTemplate.text(Template.edgepix(), new byte[31], ORIGIN, CONFIG, 0, "*", ""))
                .withMessage("Expected a SHA-256 of 32 bytes, got 31");
    }

    private static Template resolved(byte[] viewer, byte[] origin, int days) {
        return Template.parse(ResolvedTemplate.text(
                Template.edgepix(), viewer, origin, CONFIG, days, "https://a.example,https://b.example", "invoices/"));
    }

    private static byte[] hash(int value) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) value);
        return hash;
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
