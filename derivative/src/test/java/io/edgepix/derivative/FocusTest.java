package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusTest {
    @ParameterizedTest
    @CsvSource({
        "'0.3,0.7', 30, 70",
        "'0,1', 0, 100",
        "'0.0,1.0', 0, 100",
        "'1.000,0.05', 100, 5",
        "'0.249,0.999999999999', 24, 99",
        "top, 50, 0",
        "bottom, 50, 100",
        "left, 0, 50",
        "right, 100, 50",
        "center, 50, 50",
        "centre, 50, 50"
    })
    void parse_aPointOrAKeyword_isInPercent(String text, int x, int y) {
        assertThat(Focus.parse(text)).isEqualTo(new Focus(x, y));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "0.3",
                "0.3,",
                ",0.3",
                "0,3,0,7",
                "0.3,0.7,",
                "1.1,0",
                "1.01,0",
                "0,2",
                "-0,0",
                "0,-0.1",
                "+0,0",
                ".5,.5",
                "0.,0",
                "0. 5,0",
                " 0,0",
                "0 ,0",
                "0.5.5,0",
                "1e-1,0",
                "0x1,0",
                "NaN,0",
                "０.３,0.7",
                "0.٣,0",
                "99999999999,0",
                "Top",
                "top,left",
                "topleft",
                "middle",
                "30x70"
            })
    void parse_anythingElse_isMalformed(String text) {
        assertThatThrownBy(() -> Focus.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("fp must be two numbers from 0 to 1");
    }

    @Test
    void snapped_anyPoint_isTheNearestOf121() {
        Set<Focus> snapped = new HashSet<>();
        for (int x = 0; x <= 100; x++) {
            for (int y = 0; y <= 100; y++) {
                Focus focus = new Focus(x, y).snapped();

                assertThat(Math.abs(focus.x() - x)).isLessThanOrEqualTo(5);
                assertThat(Math.abs(focus.y() - y)).isLessThanOrEqualTo(5);
                assertThat(focus.snapped()).isEqualTo(focus);
                snapped.add(focus);
            }
        }
        assertThat(snapped).hasSize(121);
    }
}
