package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"presets\":{},\"avif\":true}",
                "{\"sizes\":{\"list\":[\"200x200\",\"640\",\"x16383\"]},\"defaultFit\":\"pad\"}",
                "{\"sizes\":{\"list\":[]},\"presets\":{}}",
                "{\"sizes\":{\"list\":[\"200x200\"],\"variance\":50},\"clientHints\":{\"dpr\":true,\"width\":\"700x\"}}",
                "{\"sizes\":{\"ladder\":[7,9],\"variance\":5},\"clientHints\":{\"saveData\":40}}",
                "{\"urls\":[\"/고%20/{width}/{key}\",\"/{preset}_%7B/{key}\"],\"defaultExtension\":\"jpg\"}",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\",\"~!@#$%^&*()_+{}|:<>?,./;'[]-=0123\"],"
                        + "\"originals\":false}}",
                "{\"sizes\":{\"open\":16383},\"defaultFit\":\"fill\",\"quality\":{\"avif\":1,\"webp\":2,\"jpeg\":100}}",
                "{\"sizes\":{\"ladder\":[1]},\"defaultFit\":\"cover\",\"presets\":{\"a\":\"1x\",\"b-_9\":\"x2-q60\","
                        + "\"list\":\"3x4-cover-fp33x70-q61\",\"open\":\"5x6-pad\"}}"
            })
    void text_ofAnyConfiguration_isReadAsTheSame(String json) {
        Offer offer = Config.parse(json).offer();

        assertThat(Offer.parse(offer.text())).isEqualTo(offer);
    }

    @Test
    void text_ofTheDefaults_isAFewLines() {
        assertThat(Config.defaults().offer().text()).isEqualTo("""
                edgepix 1
                exact 368x 720x 1440x
                ladder 0 32 48 64 100 200 300 400 500 600 720 800 1000 1200 1440 1920 2560 3200 4096
                presets small medium large
                preset-sizes 368x 720x 1440x
                urls
                extension
                hints 0 0 -
                signing 1
                fit contain
                avif 0
                quality 50 80 80
                """);
    }

    @Test
    void parse_aTextCutShort_saysSo() {
        String whole = Config.defaults().offer().text();
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);

            assertThatThrownBy(() -> Offer.parse(cut))
                    .as(cut)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offer.txt is not what edgepix writes while packaging");
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
    void parse_aLineThatIsOff_saysSo(String line, String off) {
        String text = Config.defaults().offer().text();

        assertThat(text).contains(line);
        assertThatThrownBy(() -> Offer.parse(text.replace(line, off)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offer.txt is not what edgepix writes while packaging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\n", "edgepix 1\nexact\nladder 0\n"})
    void parse_nonsense_saysSo(String text) {
        String more = Config.defaults().offer().text() + text;

        for (String nonsense : List.of(text, more)) {
            assertThatThrownBy(() -> Offer.parse(nonsense))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("offer.txt is not what edgepix writes while packaging");
        }
    }
}
