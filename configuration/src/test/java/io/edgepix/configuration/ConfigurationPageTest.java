package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares docs/configuration.md, and the examples in other pages, with the reader of the configuration. */
class ConfigurationPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern JSON = Pattern.compile("^ *```json\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`) \\|", Pattern.MULTILINE);

    /** An object in which only one of several fields is allowed. */
    private static final String SIZES = "sizes";
    /** A field that is a truth value or an object. */
    private static final String AVIF = "avif";

    private static final String KNOWN = "unknown field; the fields here are ";

    @Test
    void page_defaults_equalThoseOfTheReader() {
        assertThat(ConfigReader.read(defaults())).isEqualTo(ConfigReader.defaults());
    }

    @Test
    void page_defaults_haveEveryField() {
        JsonObject defaults = ConfigJson.parse(defaults(), new Mistakes()).getAsJsonObject();

        assertThat(defaults.keySet()).containsExactlyInAnyOrderElementsOf(knownFields(""));
        for (String object : objects().filter(name -> !name.equals(SIZES)).toList()) {
            JsonElement value = defaults.get(object);
            assertThat(value.getAsJsonObject().keySet())
                    .as(object)
                    .containsExactlyInAnyOrderElementsOf(knownFields(object));
        }
    }

    @Test
    void page_tables_haveOneRowForEachField() {
        List<String> fields = new ArrayList<>();
        for (String name : knownFields("")) {
            List<String> inside = knownFields(name);
            fields.addAll(
                    inside.isEmpty()
                            ? List.of(name)
                            : inside.stream().map(field -> name + "." + field).toList());
        }

        assertThat(ROW.matcher(page("configuration.md")).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        fields.stream().map(field -> "`" + field + "`").toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"caching.md", "client-hints.md", "configuration.md", "urls.md"})
    void page_jsonExamples_areRead(String page) {
        assertThat(json(page)).isNotEmpty().allSatisfy(ConfigReader::read);
    }

    /** Returns the names of the fields that are objects with names of their own. */
    private static Stream<String> objects() {
        return knownFields("").stream().filter(name -> !knownFields(name).isEmpty());
    }

    /**
     * Returns the fields that an error for an unknown field lists.
     *
     * @param object the name of an object in the file; empty for the whole file
     * @return empty if the field is not an object, or allows any name
     */
    private static List<String> knownFields(String object) {
        if (object.equals(AVIF)) {
            return List.of();
        }
        String unknown = "{\"?\": 0}";
        String json = object.isEmpty() ? unknown : "{\"" + object + "\": " + unknown + "}";
        return catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(json)).faults().stream()
                .map(ConfigException.Fault::what)
                .filter(what -> what.startsWith(KNOWN))
                .flatMap(what -> Stream.of(what.substring(KNOWN.length()).split(", ")))
                .toList();
    }

    /** Returns the block of all defaults, which is the longest one. */
    private static String defaults() {
        return json("configuration.md").stream()
                .reduce("", (one, other) -> one.length() > other.length() ? one : other);
    }

    private static List<String> json(String page) {
        return JSON.matcher(page(page)).results().map(block -> block.group(1)).toList();
    }

    private static String page(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
