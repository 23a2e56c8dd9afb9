package io.edgepix.imaging.foreign;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final Path C = Path.of("src/main/c");
    private static final Pattern STRUCT = Pattern.compile("typedef struct \\{\n(.*?)} (\\w+);", Pattern.DOTALL);
    /** A field of 64 bits on its own line, or the line that separates parameters from results. */
    private static final Pattern FIELD =
            Pattern.compile("  (?:int64_t |(?:const )?(?:void|u?int\\d+_t) \\*)(\\w+);(?: *//.*)?|  // out");

    private static final Pattern FUNCTION = Pattern.compile("EXPORT int32_t edgepix_(\\w+)\\((\\w+) \\*call\\)");

    @Test
    void enums_comparedWithTheStructsOfC_haveTheSameFieldsInTheSameOrder() {
        assertThat(fieldsInJava()).isNotEmpty().isEqualTo(fieldsInC());
    }

    @Test
    void functions_ofC_takeTheStructWithWhichTheirNamesBegin() {
        Map<String, String> structs = functions();

        assertThat(structs)
                .allSatisfy((function, struct) -> assertThat(function + "_").startsWith(snakeCase(struct) + "_"));
        assertThat(Set.copyOf(structs.values())).isEqualTo(fieldsInC().keySet());
    }

    @Test
    void parameters_afterACall_containTheValuesThatCSet() {
        NativeLibrary library = NativeLibrary.find().orElseThrow();
        try (NativeMemory memory = library.memory()) {
            byte[] pixels = {1, 2, 3, 1, 2, 3, 4, 5, 6};

            long repeats = new AlphaCodec(library).repeats(new NativePixels(memory.copy(pixels), 3, 1, 3));

            assertThat(repeats).isEqualTo(1);
        }
    }

    private static Map<String, List<String>> fieldsInJava() {
        return Stream.of(Calls.class.getDeclaredClasses())
                .collect(Collectors.toMap(
                        Class::getSimpleName,
                        type -> Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.toString().toLowerCase(ROOT))
                                .toList()));
    }

    private static Map<String, List<String>> fieldsInC() {
        return STRUCT.matcher(read(C.resolve("calls.h")))
                .results()
                .collect(Collectors.toMap(
                        struct -> struct.group(2),
                        struct -> struct.group(1)
                                .lines()
                                .flatMap(CallsTest::field)
                                .toList()));
    }

    private static Stream<String> field(String line) {
        assertThat(line).matches(FIELD);
        return FIELD.matcher(line).results().map(field -> field.group(1)).filter(name -> name != null);
    }

    private static Map<String, String> functions() {
        try (Stream<Path> files = Files.list(C)) {
            Map<String, String> structs = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".c"))
                    .flatMap(file -> FUNCTION.matcher(read(file)).results())
                    .forEach((MatchResult function) -> structs.put(function.group(1), function.group(2)));
            return structs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
