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

/** {@code rule.js} itself: how large it is, and how it takes a faulty configuration. */
class RuleJsTest {
    private static final ConfiguredRules JVM = ConfiguredRules.onTheJvm();
    private static final ConfiguredRules RHINO = ConfiguredRules.inRhino();

    /** Measured: 39,437 bytes, 15,051 in a zip. With one regular expression in the rule they were 157,669. */
    @Test
    void compile_theWholeRule_staysSmall() throws IOException {
        byte[] rule = JsFiles.bytes("rule.js");

        assertThat(rule.length)
                .as("bytes of rule.js, 39,437 when this was written")
                .isLessThan(40_000);
        assertThat(deflated(rule)).as("its bytes in a zip, 15,051 then").isLessThan(15_300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"avif\":1}",
                "{\"avif\":null}",
                "{\n\"avif\": true,\n oops\n}",
                "{\"sizes\":{\"ladder\":[100,100]}}",
                "{\"sizes\":{\"list\":[\"0x1\"]}}",
                "{\"sizes\":{\"open\":16384}}",
                "{\"quality\":{\"gif\":1}}",
                "{\"presets\":{\"x1\":\"1x\"}}",
                "{\"presets\":{\"a\":\"1x-tile\"}}",
                "{\"background\":\"\\u00e5\"}",
                "{\"maxBytes\":99999999999999}",
                "{\"placeholder\":\"1x1/png/a\"}",
                "{\"größe\":1}"
            })
    void rule_aFaultyConfiguration_complainsAsOnTheJvm(String config) {
        String complaint = catchThrowable(() -> JVM.under(config)).getMessage();

        assertThat(complaint).startsWith("edgepix.json: ");
        assertThatThrownBy(() -> RHINO.under(config)).hasMessage(complaint);
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
