package io.edgepix.imaging;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.TurboJpeg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests how the components of a JPEG are interpreted, by its JFIF marker, its Adobe marker and the names of its
 * components. The reference is libjpeg-turbo, since browsers follow its default_decompress_parms.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class JpegColourTest {
    private static final int NONE = -1;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;
    private static final Limits ROOMY = Contract.ROOMY;
    private static final List<Renderer> RENDERERS =
            List.of(NativeRenderer.find(ROOMY).orElseThrow(), new PortableRenderer(ROOMY));

    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    /**
     * The markers and names of a JPEG. The reference decides whether the first three components are luma and chroma.
     */
    record Case(int components, boolean jfif, int adobe, List<Integer> names) {
        byte[] jpeg() throws IOException {
            byte[] jpeg = named(stored(components), names);
            byte[] withAdobe = adobe == NONE ? jpeg : FileEdits.jpegWithAdobe(jpeg, adobe);
            return jfif ? FileEdits.jpegWith(withAdobe, 0xE0, JFIF) : withAdobe;
        }
    }

    static Stream<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (boolean jfif : new boolean[] {false, true}) {
            for (int adobe : new int[] {NONE, 0, 1, 2, 3, 255}) {
                all.add(new Case(1, jfif, adobe, List.of(1)));
                all.add(new Case(1, jfif, adobe, List.of((int) 'R')));
                for (List<Integer> names : List.of(
                        List.of(1, 2, 3),
                        List.of((int) 'R', (int) 'G', (int) 'B'),
                        List.of(0, 1, 2),
                        List.of((int) 'r', (int) 'g', (int) 'b'),
                        List.of((int) 'Y', (int) 'C', (int) 'c'),
                        List.of(34, 7, 255))) {
                    all.add(new Case(3, jfif, adobe, names));
                }
                for (List<Integer> names :
                        List.of(List.of(1, 2, 3, 4), List.of((int) 'C', (int) 'M', (int) 'Y', (int) 'K'))) {
                    all.add(new Case(4, jfif, adobe, names));
                }
            }
        }
        return all.stream();
    }

    private static int[] samples(int components, int x, int y) {
        int quarter = (x < WIDTH / 2 ? 0 : 1) + (y < HEIGHT / 2 ? 0 : 2);
        int[][] values = {{200, 90, 140, 30}, {60, 180, 100, 220}, {120, 128, 60, 255}, {230, 140, 160, 120}};
        return Arrays.copyOf(values[quarter], components);
    }

    /** Returns a JPEG without a marker that states its colour space. */
    private static byte[] stored(int components) throws IOException {
        return JpegMaker.stored(WIDTH, HEIGHT, components, (x, y) -> samples(components, x, y));
    }

    private static byte[] named(byte[] jpeg, List<Integer> names) throws IOException {
        byte[] named = jpeg.clone();
        int frame = FileEdits.indexOf(named, (byte) 0xFF, (byte) 0xC0);
        int scan = JpegHeader.read(named).scanStart();
        for (int i = 0; i < names.size(); i++) {
            named[frame + 10 + 3 * i] = names.get(i).byteValue();
            named[scan + 5 + 2 * i] = names.get(i).byteValue();
        }
        return named;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void render_contradictoryMarkers_areReadAsByTheReference(Case each) throws Exception {
        byte[] jpeg = each.jpeg();
        for (Renderer renderer : RENDERERS) {
            DecodedImage decoded = whole(renderer, jpeg);

            for (int[] at : new int[][] {{16, 8}, {48, 8}, {16, 24}, {48, 24}}) {
                decoded.shows(at[0], at[1], judged(each, jpeg, renderer, at[0], at[1]), 2);
            }
        }
    }

    private static DecodedImage whole(Renderer renderer, byte[] jpeg) throws Exception {
        RenderRequest request = new RenderRequest(new Size(WIDTH, HEIGHT), Fit.CONTAIN, Format.PNG, 90, Contract.WHITE);
        return DecodedImage.in(renderer.render(jpeg, request));
    }

    private static int judged(Case each, byte[] jpeg, Renderer renderer, int x, int y) throws Exception {
        int format = each.components == 1 ? TurboJpeg.GREY : each.components == 3 ? TurboJpeg.RGB : TurboJpeg.CMYK;
        int[] all = TurboJpeg.decode(jpeg, format);
        int at = (y * WIDTH + x) * TurboJpeg.bands(format);
        if (format == TurboJpeg.GREY) {
            return all[at] * 0x10101;
        }
        if (format == TurboJpeg.RGB) {
            return all[at] << 16 | all[at + 1] << 8 | all[at + 2];
        }
        // CMYK without a transform.
        int[] cmyk = {all[at], all[at + 1], all[at + 2], all[at + 3]};
        byte[] plain = JpegMaker.stored(WIDTH, HEIGHT, 4, (column, row) -> cmyk);
        return whole(renderer, FileEdits.jpegWithAdobe(plain, 0)).image().getRGB(x, y);
    }

    /** Red, stored as luma and chroma, and stored as RGB. */
    @ParameterizedTest
    @CsvSource({
        "true, -1, true",
        "true, 0, true",
        "true, 1, true",
        "true, 2, true",
        "false, -1, true",
        "false, 0, false",
        "false, 1, true",
        "false, 2, true"
    })
    void render_red_isRed(boolean jfif, int adobe, boolean luma) throws Exception {
        int[] red = luma ? new int[] {76, 85, 255} : new int[] {254, 0, 0};
        byte[] jpeg = JpegMaker.stored(16, 16, 3, (x, y) -> red);
        byte[] withAdobe = adobe == NONE ? jpeg : FileEdits.jpegWithAdobe(jpeg, adobe);
        byte[] marked = jfif ? FileEdits.jpegWith(withAdobe, 0xE0, JFIF) : withAdobe;
        for (Renderer renderer : RENDERERS) {
            whole(renderer, marked).shows(8, 8, 0xFE0000, 2);
        }
    }

    @Test
    void render_markerThatIsTooShortToBeOne_isNone() throws Exception {
        byte[] rgb = named(stored(3), List.of((int) 'R', (int) 'G', (int) 'B'));
        byte[] shortJfif = FileEdits.jpegWith(rgb, 0xE0, FileEdits.ascii("JFIF\0\1\1\0\0\1\0\1\0"));
        byte[] elsewhere = FileEdits.jpegWith(rgb, 0xE1, JFIF);
        byte[] shortAdobe = FileEdits.jpegWith(stored(3), 0xEE, FileEdits.ascii("Adobe\0d\0\0\0\0"));
        Case each = new Case(3, false, NONE, List.of());
        for (Renderer renderer : RENDERERS) {
            for (byte[] jpeg : List.of(shortJfif, elsewhere, shortAdobe)) {
                whole(renderer, jpeg).shows(16, 8, judged(each, jpeg, renderer, 16, 8), 2);
            }
            whole(renderer, shortJfif).shows(16, 8, 0xC85A8C, 2);
            whole(renderer, elsewhere).shows(16, 8, 0xC85A8C, 2);
        }
    }

    @Test
    void render_twoMarkersOfAdobe_isByTheLast() throws Exception {
        byte[] jpeg = FileEdits.jpegWithAdobe(FileEdits.jpegWithAdobe(stored(3), 0), 1);
        byte[] jfifLast = FileEdits.jpegWithAdobe(FileEdits.jpegWith(stored(3), 0xE0, JFIF), 0);
        Case each = new Case(3, false, 0, List.of());
        for (Renderer renderer : RENDERERS) {
            whole(renderer, jpeg).shows(16, 8, 0xC85A8C, 2);
            whole(renderer, jfifLast).shows(16, 8, judged(each, jfifLast, renderer, 16, 8), 2);
        }
    }
}
