package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Offer;
import io.edgepix.derivative.OfferReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"presets\":{},\"avif\":true}",
                "{\"cors\":\"\"}",
                "{\"cors\":[\"https://a.example\",\"http://localhost:3000\"]}",
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
    void write_ofAnyConfiguration_isReadAsTheSame(String json) {
        Offer offer = ConfigReader.read(json).offer();

        assertThat(OfferReader.read(OfferWriter.write(offer))).isEqualTo(offer);
    }

    @Test
    void write_ofTheDefaults_isAFewLines() {
        assertThat(OfferWriter.write(ConfigReader.defaults().offer())).isEqualTo("""
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
                cors *
                """);
    }
}
