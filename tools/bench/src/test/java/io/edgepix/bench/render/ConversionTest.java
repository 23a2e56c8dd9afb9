package io.edgepix.bench.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Format;
import org.junit.jupiter.api.Test;

class ConversionTest {
    @Test
    void question_readByTheOtherProcess_isTheSameConversion() {
        Conversion conversion = Conversion.of(Format.WEBP, "368x", "x720", "40x30");

        JsonObject question = conversion.question("render", "cat.jpg");

        assertThat(question.get("op").getAsString()).isEqualTo("render");
        assertThat(question.get("name").getAsString()).isEqualTo("cat.jpg");
        assertThat(Conversion.of(question)).isEqualTo(conversion);
    }
}
