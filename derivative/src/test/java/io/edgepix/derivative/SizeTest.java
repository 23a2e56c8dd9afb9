package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    @ParameterizedTest
    @CsvSource({
        "200x100, 200, 100, 200x100",
        "200x,    200, 0,   200x",
        "x100,    0,   100, x100",
        "200,     200, 0,   200x",
        "007x8,   7,   8,   7x8",
        "16383x1, 16383, 1, 16383x1"
    })
    void parse_aSize_printsItsCanonicalText(String text, int width, int height, String canonical) {
        Size size = Size.parse(text);

        assertThat(size).isEqualTo(new Size(width, height));
        assertThat(size).hasToString(canonical);
        assertThat(Size.parse(canonical)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0",
                "0x0",
                "0x10",
                "10x0",
                "-1",
                "-1x5",
                "+5x5",
                "1.5x2",
                "axb",
                "10x10x10",
                "10 x10",
                "10X10",
                "16384",
                "1x16384",
                "99999999999999999999x1",
                "4294967297",
                "１０x１０",
                "١x١",
                "1e3",
                "0x1F",
                "xx"
            })
    void parse_anythingElse_listsTheAllowedValues(String text) {
        assertThatThrownBy(() -> Size.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("WxH")
                .hasMessageContaining("16383");
    }
}
