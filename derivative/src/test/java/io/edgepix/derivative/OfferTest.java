package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    @Test
    void parse_aTruncatedText_isReported() {
        String whole = Offers.text();
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);

            assertThatThrownBy(() -> OfferReader.read(cut))
                    .as(cut)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offer.txt: expected the form that packaging writes");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edgepix 1                | edgepix 2",
                "exact 368x               | exact 0x0",
                "exact 368x               | exact  368x",
                "exact 368x               | exacts 368x",
                "ladder 0 32              | ladders 0 32",
                "ladder 0 32              | ladder 51 32",
                "ladder 0 32              | ladder 0  32",
                "4096                     | 16384",
                "ladder 0                 | open",
                "ladder 0                 | list",
                "presets small            | presets",
                "preset-sizes 368x        | preset-sizes a",
                "hints 0 0 -              | hints 0 0",
                "hints 0 0 -              | hints 0 0 0x",
                "hints 0 0 -              | hints 2 0 -",
                "signing 1                | signing",
                "fit contain              | fit tile",
                "avif 0                   | avif true",
                "quality 50 80 80         | quality 50 80",
                "quality 50 80 80         | quality 0 80 80"
            })
    void parse_aMalformedLine_isReported(String line, String off) {
        String text = Offers.text();

        assertThat(text).contains(line);
        assertThatThrownBy(() -> OfferReader.read(text.replace(line, off)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offer.txt: expected the form that packaging writes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\n", "edgepix 1\nexact\nladder 0\n"})
    void parse_malformedText_isReported(String text) {
        String more = Offers.text() + text;

        for (String nonsense : List.of(text, more)) {
            assertThatThrownBy(() -> OfferReader.read(nonsense))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offer.txt: expected the form that packaging writes");
        }
    }
}
