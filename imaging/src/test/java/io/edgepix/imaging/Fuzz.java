package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.AnimatedWebpFile;
import io.edgepix.imaging.originals.BmpMaker;
import io.edgepix.imaging.originals.DecodedAnimation;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.GifMaker;
import io.edgepix.imaging.originals.IcoMaker;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.originals.PsdMaker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks that a renderer survives any bytes, and draws small pictures as seeds. */
final class Fuzz {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final int SIDE = 40;
    /** The sets of requests. Each original gets one of them, so that many originals can be tried. */
    private static final List<List<RenderRequest>> REQUESTS = List.of(
            List.of(
                    request(Fit.CONTAIN, Focus.CENTRE, Format.WEBP, 80),
                    request(Fit.COVER, Focus.CENTRE, Format.JPEG, 95),
                    request(Fit.CONTAIN, Focus.CENTRE, Format.PNG, 80)),
            List.of(
                    request(Fit.CONTAIN, Focus.CENTRE, Format.GIF, 80),
                    request(Fit.FILL, Focus.CENTRE, Format.WEBP, 80),
                    request(Fit.PAD, Focus.CENTRE, Format.JPEG, 60)),
            List.of(
                    request(Fit.COVER, new Focus(0, 100), Format.GIF, 80),
                    request(Fit.COVER, new Focus(100, 30), Format.WEBP, 100),
                    request(Fit.PAD, Focus.CENTRE, Format.PNG, 80)));

    private Fuzz() {}

    /** Returns limits with few pixels, so that many originals can be tried. */
    private static Limits limits(boolean lenient) {
        return new Limits(200_000, 250_000, 20, lenient);
    }

    /** Returns a strict renderer and a lenient one. */
    static List<Renderer> both(Function<Limits, Renderer> renderer) {
        return List.of(renderer.apply(limits(false)), renderer.apply(limits(true)));
    }

    private static RenderRequest request(Fit fit, Focus focus, Format format, int quality) {
        return new RenderRequest(new Size(SIDE, SIDE), fit, focus, format, quality, 0xFFFFFF);
    }

    /**
     * Checks that rendering ends soon. It must return pictures that another decoder reads and that fit the box, or
     * refuse.
     */
    static void check(List<Renderer> both, byte[] original) {
        Renderer renderer = both.get(original.length % 2);
        List<RenderRequest> requests = REQUESTS.get(original.length / 2 % REQUESTS.size());
        assertTimeoutPreemptively(MOST, () -> {
            try {
                for (byte[] derivative : renderer.renderAll(original, requests)) {
                    assertFitsTheBox(derivative);
                }
            } catch (UnrenderableException e) {
                assertThat(e.sentence()).isNotBlank();
            }
        });
    }

    private static void assertFitsTheBox(byte[] derivative) throws IOException {
        boolean moves = DecodedAnimation.isAnimated(derivative);
        List<BufferedImage> frames = moves
                ? DecodedAnimation.in(derivative).frames()
                : List.of(DecodedImage.in(derivative).image());
        assertThat(frames).isNotEmpty();
        for (BufferedImage frame : frames) {
            assertThat(frame.getWidth()).isBetween(1, SIDE);
            assertThat(frame.getHeight()).isBetween(1, SIDE);
        }
    }

    /** Returns one picture of each kind. */
    static Stream<byte[]> seeds() throws IOException {
        BufferedImage shades = Paint.shades(17, 11);
        BufferedImage semiTransparent = Paint.transparent(9, 13, (x, y) -> ((x * 28) << 24) | (y * 0x100810));
        List<byte[]> seeds = new ArrayList<>(Originals.everyFormat(shades).values());
        for (int chroma = 1; chroma <= 2; chroma++) {
            seeds.add(JpegMaker.jpeg(shades, chroma, chroma, 2, false));
            seeds.add(JpegMaker.jpeg(shades, 2, chroma, 0, true));
        }
        seeds.add(Originals.fourSampleJpeg(9, 9, 10, 60, 120, 250));
        seeds.add(FileEdits.jpegWithExif(Originals.jpeg(Originals.drawn(shades, BufferedImage.TYPE_BYTE_GRAY)), 6));
        seeds.add(Originals.png(semiTransparent));
        seeds.add(FileEdits.pngWith(Originals.png(shades), "eXIf", ExifMaker.exif(8)));
        seeds.add(Originals.webp(semiTransparent, false));
        seeds.add(Originals.webp(shades, false));
        seeds.add(FileEdits.animatedWebp(Originals.webp(shades, false), 2, 2, 17, 11, 21, 15));
        seeds.add(new GifMaker(8, 6)
                .control(2, 3)
                .frame(1, 1, 5, 4, true, (x, y) -> x % 4)
                .control(1, -1)
                .frame(0, 0, 8, 6, false, (x, y) -> y % 4)
                .end());
        for (String compression : List.of("LZW", "JPEG", "PackBits", "ZLib")) {
            seeds.add(Originals.tiff(shades, compression, compression.equals("LZW") ? 16 : 0));
        }
        seeds.add(new AnimatedWebpFile(16, 12, 3)
                .frame(Paint.corners(16, 12), 0, 0, 70, false, false)
                .frame(Paint.transparent(8, 6, (x, y) -> x << 29 | y * 0x301008), 4, 2, 45, true, true)
                .end());
        seeds.add(new IcoMaker()
                .with(8, 32, IcoMaker.rows(8, 32, new int[0], (x, y) -> x * 0x20104050, (x, y) -> 0))
                .end());
        seeds.add(BmpMaker.rle8(9, 5, new int[] {Paint.RED, Paint.BLUE}, (x, y) -> y % 2));
        seeds.add(BmpMaker.masked(5, 5, (x, y) -> x * 0x20304050));
        seeds.add(PsdMaker.psd(6, 4, 3, 8, true, (x, y) -> new int[] {x, y, 90, 200}));
        return seeds.stream();
    }
}
