package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Signing;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.UrlTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void parse_nothing_hasEveryDefault() {
        Config config = ConfigReader.read("{}");

        assertThat(config.offer().defaultFit()).isEqualTo(Fit.CONTAIN);
        assertThat(config.offer().avif()).isFalse();
        assertThat(config.offer().quality()).isEqualTo(new Quality(50, 80, 80));
        assertThat(config.background()).isEqualTo(0xFFFFFF);
        assertThat(config.limits().maxBytes()).isEqualTo(50_000_000);
        assertThat(config.limits().maxPixels()).isEqualTo(50_000_000);
        assertThat(config.limits().maxFrames()).isEqualTo(300);
        assertThat(config.limits().lenient()).isFalse();
        assertThat(config.placeholder()).isEmpty();
        assertThat(config.caching().missing()).isEqualTo("public, max-age=10");
        assertThat(config.expireAfterDays()).isZero();
        assertThat(config.offer().hints()).isEqualTo(new Hints(false, null, Quality.DEFAULT));
        assertThat(config.offer().urls()).isEmpty();
        assertThat(config.offer().extension()).isEmpty();
        assertThat(config.offer().signing()).isEqualTo(new Signing(List.of(), true));
        assertThat(config.offer().presets().names()).containsExactly("small", "medium", "large");
    }

    @Test
    void parse_everyField_isRead() {
        Config config = ConfigReader.read("""
                {
                  "sizes": {"list": ["200x200", "640"]},
                  "presets": {"avatar": "96x96-cover-fp30x70-q60", "hero": "x720", "icon": "32x32-pad"},
                  "defaultFit": "cover",
                  "avif": true,
                  "quality": {"webp": 75, "jpeg": 1, "avif": 100},
                  "background": "#0a0B0c",
                  "maxBytes": 1,
                  "maxPixels": 500000000,
                  "maxFrames": 10000,
                  "lenient": true,
                  "placeholder": "system/\\u00e5 \\"missing\\".png",
                  "cache": {"missing": "no-store"},
                  "clientHints": {"dpr": true, "width": "640", "saveData": 40},
                  "expireAfterDays": 36500
                }
                """);

        assertThat(config.offer().presets())
                .isEqualTo(new Presets(
                        List.of("avatar", "hero", "icon"),
                        List.of(
                                new Preset(new Size(96, 96), Fit.COVER, new Focus(30, 70), 60),
                                new Preset(new Size(0, 720), null, null, Quality.DEFAULT),
                                new Preset(new Size(32, 32), Fit.PAD, null, Quality.DEFAULT))));
        assertThat(config.offer().sizes().admit(640, 0)).isEqualTo(new Size(640, 0));
        assertThat(config.offer().defaultFit()).isEqualTo(Fit.COVER);
        assertThat(config.offer().avif()).isTrue();
        assertThat(config.offer().quality()).isEqualTo(new Quality(100, 75, 1));
        assertThat(config.background()).isEqualTo(0x0A0B0C);
        assertThat(config.limits().maxBytes()).isEqualTo(1);
        assertThat(config.limits().maxPixels()).isEqualTo(500_000_000);
        assertThat(config.limits().maxFrames()).isEqualTo(10_000);
        assertThat(config.limits().lenient()).isTrue();
        assertThat(config.placeholder()).contains(new Key("system/å \"missing\".png"));
        assertThat(config.caching().missing()).isEqualTo("no-store");
        assertThat(config.expireAfterDays()).isEqualTo(36_500);
        assertThat(config.offer().hints()).isEqualTo(new Hints(true, new Size(640, 0), 40));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"size\":{}}                        | size: unknown field",
                "{\"quality\":{\"gif\":1}}            | quality.gif: unknown field",
                "{\"quality\":{\"webp\":0}}           | quality.webp: expected a whole number from 1 to 100",
                "{\"quality\":{\"webp\":\"80\"}}      | quality.webp: expected a whole number",
                "{\"quality\":80}                     | quality: expected an object",
                "{\"sizes\":{}}                       | sizes: expected exactly one",
                "{\"sizes\":{\"open\":1,\"list\":[]}} | sizes: expected exactly one",
                "{\"sizes\":{\"steps\":[1]}}          | sizes.steps: unknown field",
                "{\"sizes\":{\"ladder\":[]}}          | sizes.ladder: expected at least one",
                "{\"sizes\":{\"ladder\":[100,100]}}   | sizes.ladder[1]: expected a whole number over 100",
                "{\"sizes\":{\"ladder\":[20000]}}     | sizes.ladder[0]: expected",
                "{\"sizes\":{\"ladder\":5}}           | sizes.ladder: expected a list",
                "{\"sizes\":{\"list\":[\"0x1\"]}}     | sizes.list[0]: A size is WxH",
                "{\"sizes\":{\"list\":[7]}}           | sizes.list[0]: expected a size in quotes",
                "{\"sizes\":{\"variance\":5}}         | sizes: expected exactly one",
                "{\"sizes\":{\"list\":[],\"variance\":51}}   | sizes.variance: expected a whole number from 0 to 50",
                "{\"sizes\":{\"list\":[],\"variance\":-1}}   | sizes.variance: expected a whole number from 0 to 50",
                "{\"sizes\":{\"list\":[],\"variance\":2.5}}  | sizes.variance: expected a whole number from 0 to 50",
                "{\"sizes\":{\"list\":[],\"variance\":\"5%\"}} | sizes.variance: expected a whole number from 0 to 50",
                "{\"sizes\":{\"open\":100,\"variance\":5}}  | sizes.variance: applies only to ladder and list",
                "{\"sizes\":{\"open\":100,\"variance\":0}}  | sizes.variance: applies only to ladder and list",
                "{\"sizes\":{\"open\":0}}             | sizes.open: expected a whole number from 1 to 16383",
                "{\"clientHints\":{\"dpr\":2}}        | clientHints.dpr: expected true or false",
                "{\"clientHints\":{\"width\":800}}    | clientHints.width: expected a text in quotes",
                "{\"clientHints\":{\"width\":\"8e2\"}} | clientHints.width: A size is WxH",
                "{\"clientHints\":{\"width\":\"800x600\"}} | clientHints.width: expected a width without height, for example",
                "{\"clientHints\":{\"width\":\"x600\"}} | clientHints.width: expected a width without height, for example",
                "{\"clientHints\":{\"width\":\"9x\"},\"sizes\":{\"list\":[\"8x\"]},\"presets\":{}} | clientHints.width: This size is"
                        + " not offered; the sizes are 8x",
                "{\"clientHints\":{\"width\":\"9x\"},\"sizes\":{\"open\":8}} | clientHints.width: A side is at most 8 pixels",
                "{\"clientHints\":{\"width\":\"9x\"},\"presets\":{\"auto\":\"5x\"}} | presets.auto: is reserved by clientHints",
                "{\"clientHints\":{\"saveData\":101}} | clientHints.saveData: expected a whole number from 0 to 100",
                "{\"clientHints\":{\"saveData\":true}} | clientHints.saveData: expected a whole number from 0 to 100",
                "{\"clientHints\":{\"viewport\":true}} | clientHints.viewport: unknown field; the fields here are dpr,",
                "{\"sizes\":{\"open\":16384}}         | sizes.open: expected a whole number from 1 to 16383",
                "{\"presets\":{\"x1\":\"1x\"}}        | presets.x1: a preset's name",
                "{\"presets\":{\"200\":\"1x\"}}       | presets.200: a preset's name",
                "{\"presets\":{\"a\":\"wide\"}}       | presets.a: A size is WxH",
                "{\"presets\":{\"a\":\"1x-tile\"}}    | presets.a: fit must be",
                "{\"presets\":{\"a\":\"1x-q0\"}}      | presets.a: q must be",
                "{\"defaultFit\":\"tile\"}            | defaultFit: fit must be contain, cover, fill or pad",
                "{\"avif\":1}                         | avif: expected true or false",
                "{\"avif\":null}                      | avif: expected true or false, got null",
                "{\"background\":\"white\"}           | background: expected a colour",
                "{\"background\":\"#12345g\"}         | background: expected a colour",
                "{\"expireAfterDays\":-1}             | expireAfterDays: expected a whole number from 0 to 36500",
                "{\"expireAfterDays\":36501}          | expireAfterDays: expected a whole number from 0 to 36500",
                "{\"maxFrames\":0}                     | maxFrames: expected a whole number from 1 to 10000",
                "{\"maxFrames\":10001}                 | maxFrames: expected a whole number from 1 to 10000",
                "{\"lenient\":\"yes\"}                 | lenient: expected true or false",
                "{\"presets\":{\"a\":\"1x1-fp3\"}}     | presets.a: A focal point is written in percent",
                "{\"presets\":{\"a\":\"1x1-fp3x101\"}} | presets.a: fp must be two numbers",
                "{\"presets\":{\"a\":\"1x1-fp0.3,0.7\"}} | presets.a: A focal point is written in percent",
                "{\"maxBytes\":-1}                    | maxBytes: expected a whole number",
                "{\"maxPixels\":1.5}                  | maxPixels: expected a whole number from 1 to 500000000",
                "{\"maxBytes\":1e9}                   | maxBytes: expected a whole number from 1 to 500000000",
                "{\"maxBytes\":99999999999999}        | maxBytes: expected a whole number from 1 to 500000000",
                "{\"sizes\":{\"ladder\":[1.5]}}       | sizes.ladder[0]: expected a whole number",
                "{\"avif\":+-.}                       | expected a number without a leading plus or zero, got +-.",
                "{\"placeholder\":\"/a.png\"}         | placeholder: expected the key",
                "{\"placeholder\":\"1x1/png/a\"}      | placeholder: expected the key",
                "{\"avif\":true,\"avif\":true}        | avif: expected each name once, got it twice",
                "{\"defaultExtension\":\".jpg\"}      | defaultExtension: expected letters and digits, such as \"jpg\"",
                "{\"defaultExtension\":\"jpég\"}      | defaultExtension: expected letters and digits",
                "{\"defaultExtension\":7}             | defaultExtension: expected a text",
                "{\"urls\":\"/{width}/{key}\"}        | urls: expected a list",
                "{\"urls\":[\"/{width}/{key}\",\"/{key}\"]} | urls[1]: must have a size",
                "{\"urls\":[\"/{preset}/{key}\"],\"presets\":{}} | urls[0]: {preset} needs a preset, and there",
                "{\"signing\":[]}                     | signing: expected an object",
                "{\"signing\":{\"key\":\"a\"}}        | signing.key: unknown field; the fields here are keys, originals",
                "{\"signing\":{\"keys\":\"a\"}}       | signing.keys: expected a list",
                "{\"signing\":{\"keys\":[7]}}         | signing.keys[0]: expected a text of 32 to 256 visible ASCII",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcde\"]}} | signing.keys[0]: expected a text of 32",
                "{\"signing\":{\"keys\":[\"0123456789abcdef 0123456789abcdef\"]}} | signing.keys[0]: expected a text of 32",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdéf\"]}} | signing.keys[0]: expected a text of 32",
                "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\",\"0123456789abcdef0123456789abcdef\"]}} "
                        + "| signing.keys[1]: expected two different keys",
                "{\"signing\":{\"keys\":[1,2,3]}}     | signing.keys: expected at most 2, the new one and the old one, got 3",
                "{\"signing\":{\"originals\":\"no\"}} | signing.originals: expected true or false",
                "[]                                   | expected an object in braces",
                "{                                    | expected a name in double quotes, got the end of the file",
                "{} x                                 | expected the end of the file after the closing brace, got 'x'",
                "{\"avif\":tru}                       | expected a value, got 't'",
                "{\"avif\" true}                      | expected a colon",
                "{\"avif\":true \"b\":1}              | expected a comma",
                "{\"background\":\"#fff}              | unterminated string",
                "{\"background\":\"\\x\"}             | unknown escape",
                "{\"a\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]} | too deeply nested"
            })
    void parse_aFault_namesTheField(String json, String complaint) {
        assertThatThrownBy(() -> ConfigReader.read(json))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("edgepix.json: line 1: " + complaint);
    }

    @Test
    void parse_urls_areRead() {
        Config config = ConfigReader.read("""
                {
                  "urls": ["/{width}x{height}/{key}", "/{preset}/{key}"],
                  "defaultExtension": "JP2",
                  "signing": {"keys": ["0123456789abcdef0123456789abcdef", "~!@#$%^&*()_+{}|:<>?,./;'[]-=0123"], "originals": false}
                }
                """);

        assertThat(config.offer().urls())
                .extracting(UrlTemplate::text)
                .containsExactly("/{width}x{height}/{key}", "/{preset}/{key}");
        assertThat(config.offer().extension()).isEqualTo("JP2");
        assertThat(config.offer().signing().keys())
                .containsExactly("0123456789abcdef0123456789abcdef", "~!@#$%^&*()_+{}|:<>?,./;'[]-=0123");
        assertThat(config.offer().signing().originals()).isFalse();
    }

    @Test
    void parse_aSyntaxErrorFurtherDown_namesTheLine() {
        assertThatThrownBy(() -> ConfigReader.read("{\n\"avif\": true,\n oops\n}"))
                .hasMessage("edgepix.json: line 3: expected a name in double quotes, got 'o'");
    }

    @Test
    void parseAgain_anyConfiguration_isTheSame() {
        String json = "{\"urls\":[\"/{width}x{height}/{key}\",\"/{preset}/{key}\"],\"lenient\":true}";

        assertThat(ConfigReader.readAgain(json).toString())
                .isEqualTo(ConfigReader.read(json).toString());
    }

    @Test
    void parseAgain_anAmbiguousUrl_isNotSearchedFor() {
        String json = "{\"urls\":[\"/{width}/{key}\",\"/{height}/{key}\"]}";

        assertThatThrownBy(() -> ConfigReader.read(json)).isInstanceOf(ConfigException.class);
        assertThat(ConfigReader.readAgain(json).offer().urls()).hasSize(2);
    }
}
