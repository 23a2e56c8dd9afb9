package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Plan;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the size of SVGs, and how they are drawn into boxes. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgTest implements SvgRendering {
    @ParameterizedTest
    @EnumSource(names = {"WEBP", "JPEG", "PNG"})
    void render_drawing_isTheSamePictureInEveryFormat(Format format) throws Exception {
        decoded(SvgMaker.svg("width='100' height='60'", CORNERS), "50x50", Fit.CONTAIN, format)
                .hasSize(50, 30)
                .showsCorners(40);
    }

    @Test
    void render_emptyPlaces_areTransparentOrTheBackground() throws Exception {
        byte[] svg = SvgMaker.svg("width='40' height='40'", "<circle cx='20' cy='20' r='15' fill='#00f'/>");

        DecodedImage clear = png(svg, "20x20");
        assertThat(clear.alpha(0, 0)).isZero();
        assertThat(clear.alpha(10, 10)).isEqualTo(255);
        decoded(svg, "20x20", Fit.CONTAIN, Format.JPEG)
                .shows(0, 0, Paint.WHITE, 12)
                .shows(10, 10, Paint.BLUE, 8);
    }

    @Test
    void render_withCover_isCutToTheBox() throws Exception {
        decoded(SvgMaker.svg("width='100' height='60'", CORNERS), "20x30", Fit.COVER, Format.PNG)
                .hasSize(20, 30)
                .showsCorners(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='80' height='40'|400x400|CONTAIN|400|200",
                "width='80' height='40'|x400|CONTAIN|800|400",
                "viewBox='0 0 3 2'|300x|CONTAIN|300|200",
                "viewBox='0 0 3 2'|x300|CONTAIN|450|300",
                "viewBox='0 0 1e9 1e9'|30x|CONTAIN|30|30",
                "width='583.029px' height='45.4px'|200x200|CONTAIN|200|16",
                "width='0.3' height='0.2'|300x|CONTAIN|300|200",
                "width='100%' height='100%' viewBox='0 0 80 40'|400x400|CONTAIN|400|200",
                "width='1in' height='48pt'|30x30|CONTAIN|30|20",
                "width='8' height='4'|100x100|COVER|100|100",
                "width='8' height='4'|100x|COVER|100|50",
                "width='8' height='4'|100x100|FILL|100|100",
                "width='8' height='4'|100x100|PAD|100|100",
                "width='8' height='4' viewBox='0 0 2 1'|50x99|FILL|50|99",
                "|300x300|CONTAIN|300|150"
            })
    void render_anyIntrinsicSize_isDrawnAtTheRequestedSize(
            @Nullable String attributes, String box, Fit fit, int width, int height) throws Exception {
        byte[] svg = SvgMaker.svg(attributes == null ? "" : attributes, ALL);

        decoded(svg, box, fit, Format.PNG).hasSize(width, height).shows(width / 2, height / 2, Paint.BLUE, 0);
        RenderRequest request = new RenderRequest(Size.parse(box), fit, Format.PNG, 80, WHITE);
        assertThat(Plan.of(renderer(ROOMY).dimensions(svg), request))
                .satisfies(plan ->
                        assertThat(Math.max(plan.width(), plan.padWidth())).isEqualTo(width))
                .satisfies(plan ->
                        assertThat(Math.max(plan.height(), plan.padHeight())).isEqualTo(height));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fit.class,
            names = {"CONTAIN", "FILL"})
    void render_enlarged_fillsEveryCornerOfTheBoxSharply(Fit fit) throws Exception {
        DecodedImage decoded = decoded(
                SvgMaker.svg("width='10' height='6' viewBox='0 0 100 60'", CORNERS), "500x300", fit, Format.PNG);

        decoded.hasSize(500, 300).showsCorners(2);
        decoded.shows(249, 149, Paint.RED, 0).shows(250, 149, Paint.GREEN, 0).shows(250, 150, Paint.WHITE, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, RED, BLUE", "100, GREEN, WHITE"})
    void render_enlargedWithCover_keepsTheFocus(int focus, String upper, String lower) throws Exception {
        RenderRequest request =
                new RenderRequest(new Size(100, 200), Fit.COVER, new Focus(focus, 50), Format.PNG, 80, WHITE);

        decoded(SvgMaker.svg("width='10' height='6' viewBox='0 0 100 60'", CORNERS), request)
                .hasSize(100, 200)
                .shows(50, 50, colour(upper), 0)
                .shows(50, 150, colour(lower), 0);
    }

    private static int colour(String name) {
        return switch (name) {
            case "RED" -> Paint.RED;
            case "GREEN" -> Paint.GREEN;
            case "BLUE" -> Paint.BLUE;
            default -> Paint.WHITE;
        };
    }

    @Test
    void render_filled_isStretchedAndPaddedIsNot() throws Exception {
        byte[] svg = SvgMaker.svg("viewBox='0 0 100 60'", CORNERS);

        decoded(svg, "40x400", Fit.FILL, Format.PNG).hasSize(40, 400).showsCorners(4);
        decoded(svg, "40x400", Fit.PAD, Format.PNG).hasSize(40, 400).shows(20, 4, Paint.WHITE, 0);
    }

    @Test
    void render_preserveAspectRatioOfTheViewport_isObeyed() throws Exception {
        byte[] svg = SvgMaker.svg("width='200' height='100' viewBox='0 0 1 1' preserveAspectRatio='xMaxYMid'", ALL);

        DecodedImage decoded = png(svg, "400x").hasSize(400, 200);

        assertThat(decoded.alpha(195, 100)).isZero();
        assertThat(decoded.alpha(205, 100)).isEqualTo(255);
    }

    @Test
    void render_unknownPreserveAspectRatio_keepsTheAspectRatio() throws Exception {
        byte[] svg = SvgMaker.svg("width='200' height='100' viewBox='0 0 1 1' preserveAspectRatio='nonesense'", ALL);

        DecodedImage decoded = png(svg, "200x").hasSize(200, 100);

        assertThat(decoded.alpha(45, 50)).isZero();
        assertThat(decoded.alpha(55, 50)).isEqualTo(255);
        assertThat(decoded.alpha(155, 50)).isZero();
    }

    @Test
    void render_lengthsInside_areOf96DotsAnInch() throws Exception {
        byte[] svg = SvgMaker.svg("width='100' height='100'", "<rect width='13.22mm' height='.5in' fill='#00f'/>");

        DecodedImage decoded = png(svg, "100x");

        assertThat(decoded.alpha(49, 47)).isGreaterThan(200);
        assertThat(decoded.alpha(51, 40)).isZero();
        assertThat(decoded.alpha(40, 49)).isZero();
    }

    @Test
    void render_fineLines_areDrawnAtTheSizeOfTheDerivative() throws Exception {
        byte[] svg =
                SvgMaker.svg("width='1000' height='1000'", "<path d='M0 505H1000' stroke='#f00' stroke-width='10'/>");

        DecodedImage decoded = png(svg, "100x100");

        decoded.shows(50, 50, Paint.RED, 0);
        assertThat(decoded.alpha(50, 50)).isEqualTo(255);
        assertThat(decoded.alpha(50, 49)).isZero();
        assertThat(decoded.alpha(50, 51)).isZero();
    }

    @Test
    void render_sliver_isAtLeastOnePixelWide() throws Exception {
        png(SvgMaker.svg("width='3' height='1000'", ALL), "10x10")
                .hasSize(1, 10)
                .shows(0, 5, Paint.BLUE, 0);
    }

    @Test
    void render_moreThanOnce_isTheSame() throws Exception {
        byte[] svg = SvgMaker.svg("width='100' height='60'", CORNERS + "<text y='20'>abc</text>");

        byte[] first = render(svg, "50x50", Fit.CONTAIN, Format.PNG);

        assertThat(render(svg, "50x50", Fit.CONTAIN, Format.PNG)).isEqualTo(first);
    }
}
