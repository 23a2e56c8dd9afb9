package io.edgepix.quality.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Format;
import io.edgepix.quality.worker.RenderOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServedPairTest {
    private static final byte[] PICTURE = {1, 2, 3};

    @Test
    void config_offersTheBoxesAndQualitiesOfTheCases() {
        Config config = ConfigReader.read(ServedPair.config(List.of(
                new Case(64, 64, Format.WEBP, 83),
                new Case(64, 64, Format.PNG, 100),
                new Case(301, 7, Format.AVIF, 41))));

        assertThat(config.offer().quality().webp()).isEqualTo(83);
        assertThat(config.offer().quality().avif()).isEqualTo(41);
        assertThat(config.offer().avif()).isTrue();
        assertThat(Objects.requireNonNull(config.offer().sizes().find(301, 7)).toString())
                .isEqualTo("301x7");
    }

    @Test
    void theSameBytesAndType_areNoDifference() {
        assertThat(difference(200, "image/webp", PICTURE)).isEmpty();
    }

    @Test
    void differentBytesTypeOrStatus_areReported() {
        assertThat(difference(200, "image/webp", new byte[] {9})).hasValue("different bytes, length 1");
        assertThat(difference(200, "image/png", PICTURE)).hasValue("image/png");
        assertThat(difference(415, "text/plain", text("Not read here.\n"))).hasValue("415: Not read here.");
    }

    @Test
    void aRefusal_isTheSameWithTheSameSentence() {
        RenderOutcome refused =
                new RenderOutcome(RenderOutcome.Ending.ANSWERED, 422, "It is damaged.", 0, 0, 0, 0, new byte[0]);

        assertThat(ServedPair.difference(refused, "image/webp", 422, "text/plain", text("It is damaged.\n")))
                .isEmpty();
        assertThat(ServedPair.difference(refused, "image/webp", 422, "text/plain", text("It is short.\n")))
                .hasValue("422: It is short.");
        assertThat(ServedPair.difference(refused, "image/webp", 200, "image/webp", PICTURE))
                .hasValue("200");
    }

    private static Optional<String> difference(int status, String type, byte[] body) {
        RenderOutcome rendered = new RenderOutcome(RenderOutcome.Ending.ANSWERED, 200, "", 0, 0, 0, 0, PICTURE);
        return ServedPair.difference(rendered, "image/webp", status, type, body);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
