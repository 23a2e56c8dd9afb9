package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Plan;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the properties of a derivative that are known before rendering. */
public interface PlanContract extends Contract {
    private Plan plan(byte[] original, String box, Fit fit) throws UnrenderableException {
        return Plan.of(
                renderer(ROOMY).dimensions(original), new RenderRequest(Size.parse(box), fit, Format.WEBP, 80, WHITE));
    }

    @Test
    default void dimensions_inEachFormat_areThoseOfTheOriginal() throws Exception {
        for (Map.Entry<String, byte[]> original :
                Originals.everyFormat(Paint.corners(80, 40)).entrySet()) {
            assertThat(renderer(ROOMY).dimensions(original.getValue()))
                    .as(original.getKey())
                    .isEqualTo(new Dimensions(80, 40));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    default void dimensions_inAnyOrientation_areUpright(int orientation) throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.stored(Paint.corners(120, 60), orientation));

        assertThat(renderer(ROOMY).dimensions(FileEdits.jpegWithExif(jpeg, orientation)))
                .isEqualTo(new Dimensions(120, 60));
    }

    @Test
    default void dimensions_ofAnAnimation_areThoseOfItsCanvas() throws Exception {
        byte[] gif = new GifMaker(30, 20)
                .frame(0, 0, 10, 10, false, (x, y) -> 0)
                .frame(5, 5, 10, 10, false, (x, y) -> 1)
                .end();

        assertThat(renderer(ROOMY).dimensions(gif)).isEqualTo(new Dimensions(30, 20));
    }

    @Test
    default void dimensions_ofARefusedOriginal_areRefusedToo() throws Exception {
        byte[] png = Originals.png(Paint.shades(50, 50));
        Limits few = new Limits(10_000, 100);
        for (byte[] original :
                new byte[][] {png, Arrays.copyOf(png, 20), "A poem.".getBytes(StandardCharsets.US_ASCII)}) {
            UnrenderableException refused = catchThrowableOfType(
                    UnrenderableException.class, () -> renderer(few).dimensions(original));

            assertThat(refused).hasMessage(refusal(original, few).getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400x300, CONTAIN, true",
        "900x, CONTAIN, true",
        "900x900, CONTAIN, true",
        "399x900, CONTAIN, false",
        "900x900, COVER, true",
        "400x100, COVER, true",
        "900x300, COVER, true",
        "399x299, COVER, false",
        "900x900, FILL, true",
        "900x299, FILL, false",
        "400x300, PAD, true",
        "900x, PAD, true",
        "900x900, PAD, false",
    })
    default void plan_aBoxWithoutShrinkingOrPadding_isTheOriginalSize(String box, Fit fit, boolean same)
            throws Exception {
        assertThat(plan(Originals.png(Paint.shades(400, 300)), box, fit).isOriginalSize())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "400x300, CONTAIN, 4096x4096, CONTAIN, true",
        "400x300, CONTAIN, 900x900, FILL, true",
        "400x300, CONTAIN, 800x600, COVER, true",
        "400x300, CONTAIN, 800x800, COVER, false",
        "800x800, COVER, 900x900, COVER, true",
        "400x300, CONTAIN, 400x300, PAD, true",
        "900x900, PAD, 901x900, PAD, false",
        "200x, CONTAIN, 200x900, CONTAIN, true",
        "200x, CONTAIN, 201x, CONTAIN, false",
    })
    default void plan_twoBoxes_areEqualIfTheirDerivativesAre(
            String one, Fit oneFit, String other, Fit otherFit, boolean same) throws Exception {
        byte[] png = Originals.png(Paint.shades(400, 300));

        assertThat(plan(png, one, oneFit).equals(plan(png, other, otherFit))).isEqualTo(same);
        assertThat(Arrays.equals(render(png, one, oneFit, Format.PNG), render(png, other, otherFit, Format.PNG)))
                .as("the derivatives themselves")
                .isEqualTo(same);
    }
}
