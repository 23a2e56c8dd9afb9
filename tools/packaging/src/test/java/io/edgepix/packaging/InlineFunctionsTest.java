package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgepix.cli.ConfigFile;
import io.edgepix.cloudformation.Template;
import io.edgepix.cloudformation.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the CloudFront Functions of a package. */
class InlineFunctionsTest {
    private static final InlineFunctions.ViewerRequest FUNCTION = InlineFunctions.ViewerRequest.FUNCTION;

    @TempDir
    Path folder;

    @Test
    void write_functions_areTheCodeInTheTemplate() throws IOException {
        InlineFunctions functions = InlineFunctions.of(FUNCTION, new ConfigFile(), "{}", true);
        List<Path> files = functions.write(folder);
        Template template = Template.parse(functions.insert(Template.regional().text()));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("viewer-request-function.js", "viewer-response-function.js");
        assertThat(code(template, "ViewerRequestFunction")).isEqualTo(text(files.getFirst()));
        assertThat(code(template, "ViewerResponseFunction")).isEqualTo(text(files.getLast()));
    }

    @Test
    void insert_withoutFunctions_changesNoTemplate() throws IOException {
        InlineFunctions functions =
                InlineFunctions.of(InlineFunctions.ViewerRequest.EDGE, new ConfigFile(), "{}", true);

        assertThat(functions.write(folder)).isEmpty();
        assertThat(functions.insert(Template.regional().text()))
                .isEqualTo(Template.regional().text());
    }

    @Test
    void of_planWithoutOriginGroups_selectsAnOriginOfTheTemplate() throws IOException {
        InlineFunctions functions = InlineFunctions.of(FUNCTION, new ConfigFile(), "{}", false);

        assertThat(text(functions.write(folder).getFirst())).contains("='render';");
        assertThat(Template.regional().text()).contains("Id: render");
    }

    @Test
    void of_moreSizesThanFit_isRefusedWithTheNumberOfBytes() {
        String sizes = IntStream.range(1000, 1400)
                .mapToObj(width -> "\"" + width + "x" + width + "\"")
                .collect(Collectors.joining(","));

        assertThatExceptionOfType(PackagingException.class)
                .isThrownBy(() ->
                        InlineFunctions.of(FUNCTION, new ConfigFile(), "{\"sizes\":{\"list\":[" + sizes + "]}}", true))
                .withMessageMatching(
                        "viewer-request.js: expected at most 10239 bytes with the configuration, got \\d{5};"
                                + " use fewer or shorter presets, sizes and cors, or --viewer-request edge");
    }

    private static Object code(Template template, String resource) {
        return Objects.requireNonNull(Values.at(template.section("Resources"), resource, "Properties", "FunctionCode"));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
