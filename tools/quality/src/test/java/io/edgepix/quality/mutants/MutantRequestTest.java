package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MutantRequestTest {
    @ParameterizedTest
    @CsvSource({
        "30x20, CONTAIN, 30, 20, true",
        "30x20, CONTAIN, 1, 20, true",
        "30x20, CONTAIN, 31, 20, false",
        "30x20, COVER, 30, 21, false",
        "30x20, CONTAIN, 0, 0, false",
        "30x, CONTAIN, 30, 900, true",
        "x20, FILL, 900, 21, false",
        "30x20, PAD, 30, 20, true",
        "30x20, PAD, 29, 20, false",
        "30x, PAD, 30, 5, true",
        "30x, PAD, 20, 5, true",
        "x20, PAD, 5, 21, false"
    })
    void dimensions_fitTheBoxAndFillAPaddedOne(String box, Fit fit, int width, int height, boolean allowed) {
        MutantRequest request = new MutantRequest(box, fit, Focus.CENTRE, Format.PNG, false);

        assertThat(request.allows(width, height)).isEqualTo(allowed);
    }
}
