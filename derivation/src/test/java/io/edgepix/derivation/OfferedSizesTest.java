package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedSizesTest {
    private static List<String> of(String sizes, int width, int height) {
        Config config = ConfigReader.read("{\"presets\":{},\"sizes\":" + sizes + "}");
        return OfferedSizes.of(config.offer().sizes(), width, height).stream()
                .map(Size::toString)
                .toList();
    }

    @Test
    void of_aLadder_areAllPairsOfRungsWithFreeSides() {
        assertThat(of("{\"ladder\":[100,200]}", 7, 7))
                .containsExactlyInAnyOrder("100x", "200x", "x100", "x200", "100x100", "100x200", "200x100", "200x200");
    }

    @Test
    void of_aList_isTheList() {
        assertThat(of("{\"list\":[\"200x200\",\"640x\"]}", 7, 7)).containsExactlyInAnyOrder("200x200", "640x");
    }

    @Test
    void of_anOpenPolicy_areAllowedBoxesOfTheOriginalsSize() {
        assertThat(of("{\"open\":2000}", 800, 600)).containsExactlyInAnyOrder("800x600", "800x", "x600");
        assertThat(of("{\"open\":2000}", 800, 2001)).containsExactlyInAnyOrder("800x");
        assertThat(of("{\"open\":2000}", 20_000, 2000)).containsExactlyInAnyOrder("x2000");
        assertThat(of("{\"open\":2000}", 2001, 2001)).isEmpty();
    }

    @Test
    void of_anyPolicy_haveThePresetsTooWhichMayBeLargerThanAllOthers() {
        for (String sizes : List.of("{\"ladder\":[100]}", "{\"list\":[\"200x200\"]}", "{\"open\":900}")) {
            SizePolicy policy = ConfigReader.read("{\"presets\":{\"hero\":\"1800x900\"},\"sizes\":" + sizes + "}")
                    .offer()
                    .sizes();

            assertThat(OfferedSizes.of(policy, 800, 600)).contains(new Size(1800, 900));
        }
    }

    @Test
    void of_anyPolicy_areSizesThatItAdmitsAsTheyAre() {
        for (String sizes : List.of("{\"ladder\":[100,200,500]}", "{\"list\":[\"200x200\"]}", "{\"open\":900}")) {
            SizePolicy policy =
                    ConfigReader.read("{\"sizes\":" + sizes + "}").offer().sizes();

            assertThat(OfferedSizes.of(policy, 800, 600))
                    .isNotEmpty()
                    .allSatisfy(size -> assertThat(policy.admit(size.width(), size.height()))
                            .isEqualTo(size));
        }
    }
}
