package io.edgepix.viewerrequest.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the size of {@code rule.js}, and its errors for malformed offers. */
class RuleJsTest {
    private static final ConfiguredRules JVM = ConfiguredRules.onTheJvm();
    private static final ConfiguredRules RHINO = ConfiguredRules.inRhino();

    /**
     * Measured: 41,619 bytes, 15,851 in a zip. With one regular expression in the rule, rule.js was 157,669 bytes. The
     * limit is our own: it makes every addition a decision. The last one was plain paths and texts, with 499 bytes.
     */
    @Test
    void compile_theWholeRule_staysSmall() throws IOException {
        byte[] rule = JsFiles.bytes("rule.js");

        assertThat(rule.length)
                .as("bytes of rule.js, 41,619 at the last change of this limit")
                .isLessThan(41_650);
        assertThat(deflated(rule))
                .as("bytes of rule.js in a zip, 15,851 at the last change of this limit")
                .isLessThan(15_870);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "edgepix 1\n", "edgepix 1\nladder 100\npresets\npreset-sizes\nfit tile\n"})
    void rule_nonsenseForAnOffer_complainsAsOnTheJvm(String offer) {
        String complaint = catchThrowable(() -> JVM.forOffer(offer)).getMessage();

        assertThat(complaint).startsWith("offer.txt: expected");
        assertThatThrownBy(() -> RHINO.forOffer(offer)).hasMessage(complaint);
    }

    private static int deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            deflater.write(bytes);
        }
        return out.size();
    }
}
