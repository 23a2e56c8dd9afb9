package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.SvgMaker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests the encodings of SVGs, and SVGs in gzip. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SvgEncodingTest implements SvgRendering {
    @Test
    void render_everyEncoding_isDrawn() throws Exception {
        String text = new String(SvgMaker.svg("width='8' height='8'", ALL), StandardCharsets.UTF_8);

        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), "8x").shows(4, 4, Paint.BLUE, 0);
        png(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), "8x").shows(4, 4, Paint.BLUE, 0);
        png(
                        ("<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE svg><!-- \u4E2D -->" + text)
                                .getBytes(StandardCharsets.UTF_16),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
        png(
                        ("<?xml version='1.0' encoding='ISO-8859-1'?><!-- \u00E4 -->" + text)
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
        png(
                        text.replace("<svg xmlns", "<s:svg xmlns='http://www.w3.org/2000/svg' xmlns:s")
                                .replace("</svg", "</s:svg")
                                .getBytes(StandardCharsets.UTF_8),
                        "8x")
                .shows(4, 4, Paint.BLUE, 0);
    }

    @Test
    void render_compressed_isDrawn() throws Exception {
        byte[] svg = SvgMaker.svg("width='8' height='8'", ALL);

        png(SvgMaker.compressed(svg), "8x").shows(4, 4, Paint.BLUE, 0);
        png(Arrays.copyOf(SvgMaker.compressed(svg), SvgMaker.compressed(svg).length - 8), "8x")
                .shows(4, 4, Paint.BLUE, 0);
        assertThat(renderer(ROOMY).dimensions(SvgMaker.compressed(svg)))
                .isEqualTo(renderer(ROOMY).dimensions(svg));
    }

    @Test
    void render_compressedWithALongPrologue_isDrawn() throws Exception {
        String comment = "<?xml version='1.0'?><!-- " + "a long license ".repeat(20_000) + "-->";
        String svg = comment + new String(SvgMaker.svg("width='8' height='8'", ALL), StandardCharsets.UTF_8);

        png(SvgMaker.compressed(svg.getBytes(StandardCharsets.UTF_8)), "8x").shows(4, 4, Paint.BLUE, 0);
        png(SvgMaker.compressed(svg.getBytes(StandardCharsets.UTF_16)), "8x").shows(4, 4, Paint.BLUE, 0);
    }

    @Test
    void render_truncatedGzip_isBroken() throws Exception {
        byte[] packed = SvgMaker.compressed(SvgMaker.svg("width='8' height='8'", ALL));

        for (int length : new int[] {packed.length / 2, packed.length - 16}) {
            assertThat(refusal(Arrays.copyOf(packed, length), ROOMY).reason())
                    .isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
        }
    }

    @Test
    void render_otherFilesInGzip_areRefusedAsGzip() throws Exception {
        for (byte[] file : new byte[][] {
            FileEdits.ascii("A poem."),
            FileEdits.ascii("<html><svg/></html>"),
            FileEdits.ascii("<!-- ".repeat(8_000_000)),
            new byte[10_000_000],
            {},
            SvgMaker.compressed(new byte[9])
        }) {
            UnrenderableException refusal = refusal(SvgMaker.compressed(file), ROOMY);

            assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PICTURE);
            assertThat(refusal.sentence()).startsWith("The file is gzip, which");
        }
    }

    @Test
    void render_compressedBomb_isTooLarge() throws Exception {
        byte[] start = SvgMaker.svg("width='8' height='8'", ALL);
        byte[] bomb = SvgMaker.compressed(Arrays.copyOf(start, 40_000_000));

        assertThat(refusal(bomb, ROOMY).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(bomb, ROOMY).sentence()).contains("10000000 bytes");
        assertThat(refusal(bomb, new Limits(1_000_000_000, 4_000_000)).sentence())
                .contains("33554432 bytes");
    }
}
