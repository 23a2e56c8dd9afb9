package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizePolicyTest {
    private static final SizePolicy LADDER = Config.defaults().sizes();

    @ParameterizedTest
    @CsvSource({
        "1x1, 100x100",
        "100x100, 100x100",
        "101x99, 200x100",
        "300x301, 300x368",
        "368x, 368x",
        "x369, x400",
        "720x1440, 720x1440",
        "4096x4097, 4096x4096",
        "16383x, 4096x"
    })
    void ladder_anySize_snapsEachSideUpToARung(String asked, String made) {
        Size size = Size.parse(asked);

        Size admitted = LADDER.admit(size.width(), size.height());

        assertThat(admitted).hasToString(made);
        assertThat(LADDER.admit(admitted.width(), admitted.height())).isEqualTo(admitted);
    }

    @Test
    void ladder_aSideMultipliedBeyondEverySize_snapsDownToTheTop() {
        assertThat(LADDER.admit(163_830, 0)).hasToString("4096x");
    }

    @Test
    void ladder_ofOwnRungs_hasThePresetsAmongThem() {
        Config config = Config.parse("{\"sizes\":{\"ladder\":[50,500]},\"presets\":{\"thumb\":\"120x80\"}}");

        assertThat(config.sizes().admit(51, 60)).hasToString("80x80");
        assertThat(config.sizes().admit(119, 121)).hasToString("120x500");
    }

    @Test
    void listed_aSizeOfTheList_isMade() {
        Config config = Config.parse("{\"sizes\":{\"list\":[\"200x200\",\"640x\"]}}");

        assertThat(config.sizes().admit(640, 0)).hasToString("640x");
        assertThat(config.sizes().admit(368, 0)).as("a preset").hasToString("368x");
        assertThatThrownBy(() -> config.sizes().admit(201, 200))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("200x200, 640x, 368x, 720x, 1440x");
    }

    @Test
    void open_aboveTheMaximum_isRefused() {
        SizePolicy open = Config.parse("{\"sizes\":{\"open\":2000}}").sizes();

        assertThat(open.admit(301, 2000)).hasToString("301x2000");
        assertThatThrownBy(() -> open.admit(2001, 0))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("2000");
    }
}
