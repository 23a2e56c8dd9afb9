package io.edgepix.imaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests properties that all pictures have in all boxes. */
class CropTest {
    private static final List<Integer> SIDES = List.of(1, 2, 3, 7, 99, 100, 101, 640, 16_383, 30_000, 99_999);
    private static final List<Integer> BOXES = List.of(0, 1, 2, 99, 100, 333, 4096, 16_383);
    private static final List<Focus> POINTS =
            List.of(Focus.CENTRE, new Focus(0, 0), new Focus(100, 30), new Focus(70, 100));

    @ParameterizedTest
    @EnumSource(Fit.class)
    void of_anything_isAPartOfThePictureAndNoLargerThanPictureAndBox(Fit fit) {
        for (int width : SIDES) {
            for (int height : SIDES) {
                for (Orientation orientation : Orientation.values()) {
                    for (Format format : Format.values()) {
                        checkBoxes(new Header(width, height, orientation), fit, format);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    void of_aDrawing_comesToTheBox(Fit fit) {
        for (double width : new double[] {0.01, 1, 3, 583.029, 20_000}) {
            for (double height : new double[] {0.01, 2, 45.4, 99_999}) {
                for (int box : new int[] {1, 99, 4096}) {
                    Header drawing = Header.ofVector(width, height);
                    RenderRequest request = new RenderRequest(new Size(box, box), fit, Format.PNG, 80, 0);

                    checkDrawing(Crop.of(drawing, request), drawing.upright(), fit, box);
                }
            }
        }
    }

    private static void checkDrawing(Crop frame, Dimensions drawing, Fit fit, int box) {
        boolean whole = fit != Fit.COVER;
        boolean fills = fit == Fit.COVER || fit == Fit.FILL;
        assertThat(fills ? Math.min(frame.width(), frame.height()) : Math.max(frame.width(), frame.height()))
                .as("%s of %s", fit, drawing)
                .isEqualTo(box);
        assertThat(Math.max(frame.width(), frame.height())).isEqualTo(box);
        assertThat(frame.partWidth() == drawing.width() || frame.partHeight() == drawing.height())
                .isTrue();
        assertThat(!whole || (frame.x() == 0 && frame.y() == 0 && frame.partHeight() == drawing.height()))
                .isTrue();
    }

    private static void checkBoxes(Header header, Fit fit, Format format) {
        for (int width : BOXES) {
            for (int height : BOXES) {
                if (width + height > 0 && (fit != Fit.PAD || width * height <= Size.MAX_PADDED)) {
                    for (Focus focus : fit == Fit.COVER ? POINTS : List.of(Focus.CENTRE)) {
                        Size box = new Size(width, height);
                        check(Crop.of(header, new RenderRequest(box, fit, focus, format, 80, 0)), header, box, format);
                    }
                }
            }
        }
    }

    private static void check(Crop frame, Header header, Size box, Format format) {
        boolean lies = header.orientation().swapsSides();
        int wide = lies ? box.height() : box.width();
        int high = lies ? box.width() : box.height();
        boolean right = frame.width() >= 1
                && frame.height() >= 1
                && frame.width() <= header.width()
                && frame.height() <= header.height()
                && (wide == 0 || frame.width() <= wide)
                && (high == 0 || frame.height() <= high)
                && (format != Format.WEBP || Math.max(frame.width(), frame.height()) <= 16_383)
                && frame.x() >= 0
                && frame.y() >= 0
                && frame.x() + frame.partWidth() <= header.width() + 1e-6
                && frame.y() + frame.partHeight() <= header.height() + 1e-6
                && frame.partWidth() >= frame.width() - 1e-6
                && frame.partHeight() >= frame.height() - 1e-6;
        if (!right) {
            assertThat(frame).as("%s in %s as %s", header, box, format).isNull();
        }
    }
}
