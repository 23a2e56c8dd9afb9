package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.edgepix.derivative.UrlMatch;
import io.edgepix.derivative.UrlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsReaderTest {
    private static final List<String> PRESETS = List.of("small", "small-2", "p1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prew/{preset}/{key} /{key}_{width}_{height}_{n}.{ext} /{width}x{height}/{key}",
                "/{preset}/{key} /{width}/{key}",
                "/{key}_{width}.jpg /{key}_{width}.{ext}",
                "/{width}x{height}/{format}/{key}",
                "/thumbs/{width}x{height}/webp/{key}",
                "/{fit}-{width}/{key}",
                "/%EA%B3%A0/{width}/{key} /고/a/{height}/{key}",
                "/%7B{width}%7D/100%25/{key}",
                "/a..b/{width}/{key}"
            })
    void read_unambiguousTemplates_areAccepted(String templates) {
        List<UrlTemplate> urls = read(templates.split(" "));

        assertThat(urls).extracting(UrlTemplate::text).containsExactly(templates.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{width}/{key}                | must start with a slash",
                "%2F{width}/{key}             | must start with a slash",
                "/{width}                     | must have {key}, which stands for the key of the original",
                "/{key}                       | must have a size: {width}, {height} or both, or {preset}",
                "/{fit}/{quality}/{key}       | must have a size",
                "/{preset}/{width}/{key}      | {preset} already sets the size; remove it, or remove {width} and {height}",
                "/{height}/{preset}/{key}     | {preset} already sets the size",
                "/{dpr}/{key}                 | {dpr} is not a part; the parts are {key}, {preset}, {width}, {height}, "
                        + "{fit}, {quality}, {format}, {ext}, {n}",
                "/{Width}/{key}               | {Width} is not a part",
                "/{}/{key}                    | {} is not a part",
                "/{ width}/{key}              | ' ' is not allowed in a path; percent-encode it",
                "/{n}/{n}/{width}/{key}       | {n} may appear only once",
                "/{width}/{key}/{key}         | {key} may appear only once",
                "/{width/{key}                | braces must enclose the name of a part, as in {key}",
                "/{width}/{key}}              | braces must enclose the name of a part",
                "/}{width}/{key}              | braces must enclose the name of a part",
                "/{width}/{key                | braces must enclose the name of a part",
                "/a b/{width}/{key}           | ' ' is not allowed in a path; percent-encode it",
                "/{key}?w={width}             | '?' is not allowed in a path",
                "/{key}#{width}               | '#' is not allowed in a path",
                "/{width}\\{key}              | '\\' is not allowed in a path",
                "/50%/{width}/{key}           | must be percent-encoded UTF-8 without control characters; a percent sign",
                "/%FF/{width}/{key}           | must be percent-encoded UTF-8",
                "/%0A/{width}/{key}           | must be percent-encoded UTF-8",
                "/../{width}/{key}            | must not have . or .. between slashes",
                "/{width}/./{key}             | must not have . or .. between slashes",
                "/{width}0/{key}              | '0' next to {width} could belong to it; use a different character there",
                "/v2{width}/{key}             | '2' next to {width} could belong to it",
                "/{width}/{n}%30/{key}        | '0' next to {n} could belong to it",
                "/{width}/{key}/x{ext}        | 'x' next to {ext} could belong to it",
                "/{width}{fit}/{key}          | {width} and {fit} need text between them",
                "/{fit}{format}/{width}/{key} | {fit} and {format} need text between them"
            })
    void read_aMistake_namesTheFieldAndTheAllowedValues(String template, String complaint) {
        assertThatThrownBy(() -> read(template))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("edgepix.json: urls[0]: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{key}{width}.jpg        | /a11.jpg is key=a, width=11, or key=a1, width=1",
                "/{width}{height}/{key}   | /111/a is width=1, height=11, key=a, or width=11, height=1, key=a",
                "/{preset}-{key}          | /small-2-b is preset=small, key=2-b, or preset=small-2, key=b",
                "/{width}/{key}{ext}      | /1/aaa is width=1, key=a, ext=aa, or width=1, key=aa, ext=a",
                "/{width}/{key}.{n}{ext}  | /1/a.11a is width=1, key=a, n=1, ext=1a, or width=1, key=a, n=11, ext=a"
            })
    void read_aFormOfTwoReadings_showsBothOfAPath(String template, String readings) {
        assertThatThrownBy(() -> read(template))
                .hasMessage("edgepix.json: urls[0]: expected one reading of each path, but " + readings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{width}/{key} | /{height}/{key}          | /1/a is width=1, key=a, and not height=1, key=a",
                "/{width}/{key} | /{width}/thumb/{key}     | /1/thumb/a is width=1, key=thumb/a, and not width=1, key=a",
                "/{key}_{width}.{ext} | /{key}_{width}.jpg | /a_1.jpg is key=a, width=1, ext=jpg, and not key=a, width=1",
                "/%61/{width}/{key} | /a/{width}/{key}     | /a/1/b is width=1, key=b, and not width=1, key=b"
            })
    void read_aFormThatAnEarlierOneHides_showsBothReadings(String first, String second, String readings) {
        assertThatThrownBy(() -> read(first, "/q/{quality}/{width}/{key}", second))
                .hasMessage("edgepix.json: urls[2]: never applies, as urls[0] matches all its paths: " + readings
                        + "; remove one of the two, or put the narrower one first");
    }

    @ParameterizedTest
    @CsvSource({
        "/{width}x{height}/webp/{key}, /1x1/webp/a",
        "/x{height}/png/{key}.jpg, /x1/png/a.jpg",
        "/{width}x/avif/b/{key}, /1x/avif/b/c",
        "/~stored/{width}/{key}, /~stored/1/a",
        "/~big/{width}/{key}, /~big/1/a"
    })
    void read_aFormOfNothingButDerivatives_showsOne(String template, String path) {
        assertThatThrownBy(() -> read(template))
                .hasMessage("edgepix.json: urls[0]: never applies, as it matches only paths of derivatives, "
                        + "such as " + path);
    }

    @Test
    void read_aPresetWithoutPresets_isReported() {
        assertThatThrownBy(() -> read(List.of("/{preset}/{key}"), List.of(), UrlsReader.Check.EVERYTHING))
                .hasMessage("edgepix.json: urls[0]: {preset} needs a preset, and there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"urls\":[7]}", "{\"urls\":[null]}", "{\"urls\":[{}]}"})
    void parse_withoutText_describesATemplate(String json) {
        assertThatThrownBy(() -> ConfigReader.read(json))
                .hasMessageStartingWith("edgepix.json: line 1: urls[0]: expected a text in quotes");
    }

    /** Compares the search with all readings of all short paths, for random templates. */
    @Test
    void read_anyForm_isRefusedOnlyForTwoReadings() {
        Random random = new Random(6);
        List<String> paths = paths();
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            String template = template(random);
            UrlTemplate url = readOrNull(template);
            if (url == null) {
                continue;
            }
            accepted++;
            for (String path : paths) {
                int readings = UrlReadings.of(url, path, PRESETS).size();
                assertThat(readings).as("%s of %s", path, template).isLessThan(2);
                assertThat(UrlMatch.of(url, path, PRESETS) != null)
                        .as("%s of %s", path, template)
                        .isEqualTo(readings == 1);
            }
        }
        assertThat(accepted).isGreaterThan(40);
    }

    private static @Nullable UrlTemplate readOrNull(String template) {
        try {
            return read(template).getFirst();
        } catch (ConfigException e) {
            return null;
        }
    }

    private static String template(Random random) {
        List<String> parts = new ArrayList<>(List.of("{key}", random.nextBoolean() ? "{width}" : "{preset}"));
        for (String more : List.of("{ext}", "{n}")) {
            if (random.nextBoolean()) {
                parts.add(random.nextInt(parts.size() + 1), more);
            }
        }
        StringBuilder template = new StringBuilder("/");
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : List.of("", "-", ".", "-1", "p").get(random.nextInt(5)))
                    .append(parts.get(random.nextBoolean() ? i : parts.size() - 1 - i));
        }
        return template.append(random.nextBoolean() ? "" : ".").toString();
    }

    /** Returns all combinations of up to five pieces. */
    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("/"));
        for (int from = 0, length = 0; length < 5; length++) {
            int to = paths.size();
            for (; from < to; from++) {
                for (String piece : List.of("1", "p", "-", ".", "small", "-2")) {
                    paths.add(paths.get(from) + piece);
                }
            }
        }
        return paths;
    }

    private static List<UrlTemplate> read(String... templates) {
        return read(new ArrayList<>(List.of(templates)), PRESETS, UrlsReader.Check.EVERYTHING);
    }

    private static List<UrlTemplate> read(List<String> urls, List<String> presets, UrlsReader.Check check) {
        Mistakes mistakes = new Mistakes();
        List<UrlTemplate> read = UrlsReader.read(
                urls.stream().<JsonElement>map(JsonPrimitive::new).toList(), presets, check, mistakes);
        mistakes.raise();
        return read;
    }
}
