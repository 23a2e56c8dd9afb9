package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"presets\":{},\"avif\":true}",
                "{\"sizes\":{\"list\":[\"200x200\",\"640\",\"x16383\"]},\"defaultFit\":\"pad\"}",
                "{\"sizes\":{\"list\":[]},\"presets\":{}}",
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
                ladder 100 200 300 368 400 500 600 720 800 1000 1200 1440 1920 2560 3200 4096
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
    @ValueSource(
            strings = {
                "{}",
                "edgepix 2\nladder 100\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 16384\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 1  2\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladders 1\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nlist 0x0\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nopen 1 2\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 100\npresets a\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 100\npresets a\npreset-sizes a\nfit contain\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 100\npresets\npreset-sizes\nfit tile\navif 0\nquality 50 80 80\n",
                "edgepix 1\nladder 100\npresets\npreset-sizes\nfit contain\navif true\nquality 50 80 80\n",
                "edgepix 1\nladder 100\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80\n",
                "edgepix 1\nladder 100\npresets\npreset-sizes\nfit contain\navif 0\nquality 0 80 80\n",
                "edgepix 1\nladder 100\npresets\npreset-sizes\nfit contain\navif 0\nquality 50 80 80\nfit pad\n"
            })
    void parse_nonsense_saysSo(String text) {
        assertThatThrownBy(() -> Offer.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offer.txt is not what edgepix writes while packaging");
    }
}
