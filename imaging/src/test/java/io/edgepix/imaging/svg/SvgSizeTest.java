package io.edgepix.imaging.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests sizes against those of {@code <img>} in Chromium 140. */
class SvgSizeTest {
    private static SvgSize size(@Nullable String attributes) throws IOException {
        return SvgDocument.size("<svg " + (attributes == null ? "" : attributes) + "/>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='10mm' height='1in'|37.795|96",
                "width='10pt' height='10pc'|13.333|160",
                "width='40q' height='2em'|37.795|32",
                "width='2ex' height='2rem'|16|32",
                "width='1.5cm' height='1CM'|56.693|37.795",
                "width='10.4' height='20.6'|10.4|20.6",
                "width='1e3' height='.5e1'|1000|5",
                "width='+10 ' height=' 10px'|10|10",
                "width='1&#48;' height='&#x31;0'|10|10",
                "viewBox='0 0 3 2'|225|150",
                "viewBox='0,0,3,2'|225|150",
                "viewBox='0 0 2 3'|100|150",
                "viewBox='0 0 1e9 1e9'|150|150",
                "viewBox='0 0 3 2' preserveAspectRatio='none'|300|150",
                "viewBox='0 0 3 2' preserveAspectRatio=' none slice '|300|150",
                "viewBox='0 0 3 2' preserveAspectRatio='nonesense'|225|150",
                "viewBox='0 0 3 2' preserveAspectRatio='none of it'|225|150",
                "|300|150",
                "viewBox='0 0 -4 4'|300|150",
                "viewBox='0 0 3px 2px'|300|150",
                "width='40' viewBox='0 0 80 40'|40|20",
                "height='20' width='auto' viewBox='0 0 4 2'|40|20",
                "width='100%' height='100%' viewBox='0 0 80 40'|300|150",
                "width='50%' height='30' viewBox='0 0 80 40'|60|30",
                "width='50%' height='30'|300|30",
                "width='50%'|300|150",
                "width='40'|40|150",
                "width='NaN' height='10'|300|10",
                "width='10px;' height='10 px'|300|150",
                "width='' height='' viewBox='0 0 3 2'|225|150",
                "width='10.' height='5'|300|5",
                "style='width:50px;height:20px' width='10' height='10'|10|10",
                "viewBox='0 0 583.029 45.4' width='583.029px'|583.029|45.4",
            })
    void size_ofTheRoot_followsCss(@Nullable String attributes, double width, double height) throws Exception {
        SvgSize size = size(attributes);

        assertThat(size.width()).isCloseTo(width, within(0.001));
        assertThat(size.height()).isCloseTo(height, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width='0' height='10'",
                "width='10' height='-1'",
                "width='1e400' height='10'",
                "viewBox='0 0 0 4'",
                "width='10' height='10' viewBox='0 0 4 0'"
            })
    void size_ofAnEmptyViewport_isRefused(String attributes) {
        assertThatThrownBy(() -> size(attributes)).isInstanceOf(IOException.class);
    }
}
