package io.edgepix.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the placeholders for the code of CloudFront Functions. */
class FunctionCodeTest {
    private static final String TEMPLATE = """
            Resources:
              Request:
                Type: AWS::CloudFront::Function
                Properties:
                  FunctionCode: "${VIEWER_REQUEST_FUNCTION}"
                  AutoPublish: true
              Response:
                Type: AWS::CloudFront::Function
                Properties:
                  FunctionCode: "${VIEWER_RESPONSE_FUNCTION}"
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function handler(e){return e.request}",
                "var a=\"\\\\\\n'#: ${A}$1\",b=[{}];",
                "import cf from 'cloudfront';\nvar a = {\n  b: '- c',\n};"
            })
    void insert_anyCode_isReadBackUnchanged(String code) {
        Template template = Template.parse(FunctionCode.insert(TEMPLATE, Map.of(FunctionCode.VIEWER_REQUEST, code)));

        assertThat(property(template, "Request", "FunctionCode")).isEqualTo(code);
        assertThat(property(template, "Request", "AutoPublish")).isEqualTo(true);
    }

    @Test
    void insert_codeOfOneFunction_keepsTheOtherPlaceholder() {
        Template template = Template.parse(FunctionCode.insert(TEMPLATE, Map.of(FunctionCode.VIEWER_REQUEST, "a")));

        assertThat(property(template, "Response", "FunctionCode")).isEqualTo("${VIEWER_RESPONSE_FUNCTION}");
    }

    @Test
    void insert_noCode_changesNothing() {
        assertThat(FunctionCode.insert(TEMPLATE, Map.of())).isEqualTo(TEMPLATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a\tb", "a\r\nb", "\u00e9"})
    void insert_codeThatYamlWouldChange_isRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionCode.insert(TEMPLATE, Map.of(FunctionCode.VIEWER_REQUEST, code)));
    }

    private static @Nullable Object property(Template template, String resource, String name) {
        return Values.at(template.section("Resources"), resource, "Properties", name);
    }
}
