package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests CSS in SVGs, and the choice of a language. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgStyleTest implements SvgRendering {
    @Test
    void render_sizeInAStyle_doesNotCount() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='40' height='20' style='width:5px;height:90%'",
                "<style>svg{width:100%;height:7px}</style>" + ALL);

        png(svg, "80x").hasSize(80, 40).shows(78, 38, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style='background:#00f'",
                "style='background-color: rgb(0, 0, 255);'",
                "style='background:red;background-color:Blue !important' fill-opacity='.5' stroke='red'",
                "style='background:#00f;background-color:light-dark(#00f, #f00)'",
                "style='--c:#00f;background:var(--c)'",
                "viewBox='-5 -5 1 1' style='background:#00f'",
                "viewBox='5 5 1 3' preserveAspectRatio='xMaxYMin slice' style='background:#00f'",
                "viewBox='5 5 1 3' preserveAspectRatio='none' style='background:#00f'",
            })
    void render_backgroundOfTheRoot_coversTheViewport(String attributes) throws Exception {
        png(SvgMaker.svg("width='40' height='20' " + attributes, ""), "80x")
                .shows(0, 0, Paint.BLUE, 0)
                .shows(79, 0, Paint.BLUE, 0)
                .shows(79, 39, Paint.BLUE, 0)
                .shows(0, 39, Paint.BLUE, 0);
    }

    @Test
    void render_backgroundOfARootWithAPrefixAndNoContent_isDrawn() throws Exception {
        String svg = "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='8' height='8' style='background:#00f'/>";

        png(svg.getBytes(StandardCharsets.UTF_8), "8x").shows(4, 4, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background:none",
                "background:#f00;background-color:transparent",
                "background:url(#a)",
                "background:linear-gradient(red, red)",
                "background:initial",
                "background:nonesuch",
                "background:#12345"
            })
    void render_backgroundWithoutAColour_staysClear(String style) throws Exception {
        byte[] svg = SvgMaker.svg("width='8' height='8' fill='red' style='" + style + "'", "");

        assertThat(png(svg, "8x").alpha(4, 4)).isZero();
    }

    @Test
    void render_backgroundUnderContent_isBehindIt() throws Exception {
        png(SvgMaker.svg("width='100' height='60' style='background:#000'", CORNERS), "50x")
                .showsCorners(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>:root{--a:#00f}rect{fill:var(--a)}</style><rect width='9' height='9'/>",
                "<style>@media (prefers-color-scheme:dark){:root{--a:#f00}} svg{--a:var(--b);--b:#00f}</style>"
                        + "<rect width='9' height='9' fill='var(--a, red)'/>",
                "<style><![CDATA[/* } */ * { --a : #00f ; }]]></style><rect width='9' height='9' style='fill:var(--a)'/>",
                "<g style='--a:#00f'><rect width='9' height='9' style='fill:var( --a , #f00)'/></g>",
                "<rect width='9' height='9' fill='var(--none, var(--neither, #00f))'/>",
                "<style>.x{--a:#f00}:root{--a:#f00}rect{fill:#00f}.y{fill:var(--a)}</style><rect width='9' height='9'/>",
            })
    void render_customProperties_haveTheirValues(String content) throws Exception {
        png(SvgMaker.svg("width='9' height='9'", content), "9x").shows(4, 4, Paint.BLUE, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transform='scale(.1)' transform-origin='center'",
                "transform='scale(.1)' transform-origin='50 50'",
                "transform='scale(.1)' style='transform-origin:50% 50px'",
                "style='transform:scale(.1);transform-origin:center center'",
                "class='c'",
            })
    void render_transformOrigin_isTheFixedPoint(String attributes) throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='100' height='100'",
                "<style>.c{transform:scale(.1);transform-origin:50% 50%}</style><rect width='100' height='100' fill='#00f' "
                        + attributes + "/>");

        DecodedImage decoded = png(svg, "100x");

        decoded.shows(46, 46, Paint.BLUE, 0).shows(53, 53, Paint.BLUE, 0);
        assertThat(decoded.alpha(40, 40)).isZero();
        assertThat(decoded.alpha(60, 60)).isZero();
    }

    @Test
    void render_choiceOfALanguage_isEnglish() throws Exception {
        byte[] svg = SvgMaker.svg(
                "width='8' height='8'",
                "<switch><rect systemLanguage='de' width='8' height='8' fill='#f00'/>" + "<g systemLanguage='en'>" + ALL
                        + "</g><rect width='8' height='8'/></switch>");

        png(svg, "8x").shows(4, 4, Paint.BLUE, 0);
    }
}
