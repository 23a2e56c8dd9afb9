package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.PngMaker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests PNGs that violate the specification. As in browsers, they are served if all rows exist, and are broken
 * otherwise.
 */
public interface PngDamageContract extends Contract {
    int WIDTH = 40;
    int HEIGHT = 30;
    byte[] START = PngMaker.start(WIDTH, HEIGHT, PngMaker.RGB, 8, false);
    byte[] PALETTE_START = PngMaker.start(WIDTH, HEIGHT, PngMaker.PALETTE, 8, false);
    byte[] ROWS = PngMaker.rows(WIDTH, HEIGHT, 8, false, (x, y) -> new int[] {x * 6, y * 8, (x + y) * 3});
    byte[] ZLIB = PngMaker.deflate(ROWS);
    byte[] DATA = FileEdits.chunk("IDAT", ZLIB);
    byte[] INDICES = FileEdits.chunk("IDAT", PngMaker.deflate(PngMaker.rows(WIDTH, HEIGHT, 8, false, (x, y) ->
            new int[] {(x / 10 + y / 10) % 4})));
    byte[] PALETTE = FileEdits.chunk("PLTE", new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, 0});
    byte[] FIRST_CLEAR = FileEdits.chunk("tRNS", new byte[] {0});
    byte[] END = FileEdits.chunk("IEND", new byte[0]);
    byte[] WHOLE = FileEdits.join(START, DATA, END);
    byte[] WHOLE_PALETTE = FileEdits.join(PALETTE_START, PALETTE, INDICES, END);
    byte[] GARBAGE = FileEdits.ascii("garbage! garbage!");

    /** A damaged file, and the undamaged file that shows the same picture. */
    final class DamagedPng {
        private final String name;
        private final byte[] png;
        private final byte[] flawless;

        private DamagedPng(String name, byte[] png, byte[] flawless) {
            this.name = name;
            this.png = png;
            this.flawless = flawless;
        }

        static DamagedPng of(String name, byte[]... parts) {
            return new DamagedPng(name, FileEdits.join(parts), WHOLE);
        }

        static DamagedPng ofPalette(String name, byte[]... parts) {
            return new DamagedPng(name, FileEdits.join(parts), WHOLE_PALETTE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<DamagedPng> whole() {
        byte[] first = Arrays.copyOf(ZLIB, ZLIB.length / 2);
        byte[] second = Arrays.copyOfRange(ZLIB, first.length, ZLIB.length);
        byte[] light = new byte[] {0, 1, (byte) 0x86, (byte) 0xA0};
        return List.of(
                DamagedPng.of("no IEND", START, DATA),
                DamagedPng.of("IEND without its sum", START, DATA, Arrays.copyOf(END, 8)),
                DamagedPng.of("IEND cut in its length", START, DATA, Arrays.copyOf(END, 3)),
                DamagedPng.of("IEND with a wrong sum", START, DATA, wrongSum(END)),
                DamagedPng.of("IEND that is not empty", START, DATA, FileEdits.chunk("IEND", GARBAGE)),
                DamagedPng.of("IDAT without its sum", START, Arrays.copyOf(DATA, DATA.length - 4)),
                DamagedPng.of("IDAT without the sum of its rows", START, Arrays.copyOf(DATA, DATA.length - 8)),
                DamagedPng.of("IDAT with a wrong sum", START, wrongSum(DATA), END),
                DamagedPng.of("first IDAT with a wrong sum", START, wrongSum(data(first)), data(second), END),
                DamagedPng.of("last IDAT with a wrong sum", START, data(first), wrongSum(data(second)), END),
                DamagedPng.of("rows with a wrong sum", START, data(wrongSum(ZLIB)), END),
                DamagedPng.of("both sums wrong", START, wrongSum(data(wrongSum(ZLIB))), END),
                DamagedPng.of("no sum of the rows", START, data(Arrays.copyOf(ZLIB, ZLIB.length - 4)), END),
                DamagedPng.of("zlib's window stated too small", START, data(withSmallWindow(ZLIB)), END),
                DamagedPng.of("bytes after the rows", START, data(deflated(ROWS, GARBAGE)), END),
                DamagedPng.of("bytes after the zlib stream", START, data(FileEdits.join(ZLIB, GARBAGE)), END),
                DamagedPng.of("an IDAT after the zlib stream", START, DATA, data(GARBAGE), END),
                DamagedPng.of("empty IDATs", START, data(new byte[0]), DATA, data(new byte[0]), END),
                DamagedPng.of("IDAT that claims 4 more", START, withLength(DATA, ZLIB.length + 4), END),
                DamagedPng.of("IDAT that claims 4 less", START, withLength(DATA, ZLIB.length - 4), END),
                DamagedPng.of("IDAT that claims too much", START, withLength(DATA, 1_000_000), END),
                DamagedPng.of("IDAT that claims 4 GB", START, withLength(DATA, -1), END),
                DamagedPng.of("text between IDATs", START, data(first), text(), data(second), END),
                DamagedPng.of("garbage after IDAT", START, DATA, GARBAGE, END),
                DamagedPng.of("garbage after IEND", START, DATA, END, GARBAGE),
                DamagedPng.of("a chunk after IDAT that claims too much", START, DATA, withLength(text(), 99_999), END),
                DamagedPng.of("unknown critical chunk after IDAT", START, DATA, FileEdits.chunk("ABCD", GARBAGE), END),
                DamagedPng.of("text with a wrong sum", START, wrongSum(text()), DATA, END),
                DamagedPng.of("type with a digit", START, FileEdits.chunk("a1!d", GARBAGE), DATA, END),
                DamagedPng.of("gAMA with a wrong sum", START, wrongSum(FileEdits.chunk("gAMA", light)), DATA, END),
                DamagedPng.of("gAMA too short", START, FileEdits.chunk("gAMA", Arrays.copyOf(light, 3)), DATA, END),
                DamagedPng.of("gAMA too long", START, FileEdits.chunk("gAMA", Arrays.copyOf(light, 5)), DATA, END),
                DamagedPng.of("gAMA after IDAT", START, DATA, FileEdits.chunk("gAMA", light), END),
                DamagedPng.of("cHRM too short", START, FileEdits.chunk("cHRM", new byte[31]), DATA, END),
                DamagedPng.of("pHYs too short", START, FileEdits.chunk("pHYs", new byte[8]), DATA, END),
                DamagedPng.of("tRNS too short", START, FileEdits.chunk("tRNS", new byte[5]), DATA, END),
                DamagedPng.of("tRNS after IDAT", START, DATA, FileEdits.chunk("tRNS", new byte[6]), END),
                DamagedPng.of(
                        "tRNS with a wrong sum", START, wrongSum(FileEdits.chunk("tRNS", new byte[6])), DATA, END),
                DamagedPng.of("unused PLTE, cut", START, FileEdits.chunk("PLTE", new byte[7]), DATA, END),
                DamagedPng.of("unused PLTE after IDAT", START, DATA, PALETTE, END),
                DamagedPng.of("invalid EXIF", START, FileEdits.chunk("eXIf", GARBAGE), DATA, END),
                DamagedPng.ofPalette("palette, no IEND", PALETTE_START, PALETTE, INDICES),
                DamagedPng.ofPalette("tRNS before PLTE", PALETTE_START, FIRST_CLEAR, PALETTE, INDICES, END),
                DamagedPng.ofPalette("tRNS after indices", PALETTE_START, PALETTE, INDICES, FIRST_CLEAR, END),
                DamagedPng.ofPalette(
                        "empty tRNS", PALETTE_START, PALETTE, FileEdits.chunk("tRNS", new byte[0]), INDICES, END),
                DamagedPng.ofPalette(
                        "palette's tRNS with a wrong sum", PALETTE_START, PALETTE, wrongSum(FIRST_CLEAR), INDICES),
                new DamagedPng(
                        "second tRNS",
                        FileEdits.join(
                                PALETTE_START,
                                PALETTE,
                                FIRST_CLEAR,
                                FileEdits.chunk("tRNS", new byte[4]),
                                INDICES,
                                END),
                        FileEdits.join(PALETTE_START, PALETTE, FIRST_CLEAR, INDICES, END)),
                new DamagedPng(
                        "tRNS of more colours than there are",
                        FileEdits.join(PALETTE_START, PALETTE, FileEdits.chunk("tRNS", new byte[300]), INDICES, END),
                        FileEdits.join(PALETTE_START, PALETTE, FileEdits.chunk("tRNS", new byte[4]), INDICES, END)),
                new DamagedPng(
                        "indices beyond the palette, which show black",
                        FileEdits.join(PALETTE_START, FileEdits.chunk("PLTE", new byte[] {-1, 0, 0}), INDICES, END),
                        FileEdits.join(
                                PALETTE_START,
                                FileEdits.chunk("PLTE", new byte[] {-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                                INDICES,
                                END)));
    }

    static List<DamagedPng> broken() {
        byte[] first = Arrays.copyOf(ZLIB, ZLIB.length / 2);
        byte[] second = Arrays.copyOfRange(ZLIB, first.length, ZLIB.length);
        byte[] strangeFilter = ROWS.clone();
        strangeFilter[10 * (1 + 3 * WIDTH)] = 9;
        byte[] noZlib = ZLIB.clone();
        noZlib[0]++;
        return List.of(
                DamagedPng.of("rows are missing", START, data(deflated(Arrays.copyOf(ROWS, ROWS.length * 4 / 5))), END),
                DamagedPng.of(
                        "rows are missing, and IEND", START, data(deflated(Arrays.copyOf(ROWS, ROWS.length / 2)))),
                DamagedPng.of("a sample is missing", START, data(deflated(Arrays.copyOf(ROWS, ROWS.length - 1))), END),
                DamagedPng.of("unknown filter", START, data(deflated(strangeFilter)), END),
                DamagedPng.of("no zlib stream", START, data(noZlib), END),
                DamagedPng.of("no IDAT", START, END),
                DamagedPng.of("nothing after the header", START),
                DamagedPng.of("garbage between IDATs", START, data(first), GARBAGE, data(second), END),
                DamagedPng.of("IDAT after IEND", START, data(first), END, data(second)),
                DamagedPng.of("IHDR with a wrong sum", wrongSum(START), DATA, END),
                DamagedPng.of("IHDR twice", START, Arrays.copyOfRange(START, 8, START.length), DATA, END),
                DamagedPng.of("unknown critical chunk", START, FileEdits.chunk("ABCD", GARBAGE), DATA, END),
                DamagedPng.of("a chunk before IDAT that claims too much", START, withLength(text(), 99_999), DATA, END),
                DamagedPng.of("PLTE with a wrong sum", PALETTE_START, wrongSum(PALETTE), INDICES, END),
                DamagedPng.of("PLTE twice", PALETTE_START, PALETTE, PALETTE, INDICES, END),
                DamagedPng.of("PLTE after the indices", PALETTE_START, INDICES, PALETTE, END),
                DamagedPng.of("empty PLTE", PALETTE_START, FileEdits.chunk("PLTE", new byte[0]), INDICES, END),
                DamagedPng.of("PLTE of 257", PALETTE_START, FileEdits.chunk("PLTE", new byte[257 * 3]), INDICES, END));
    }

    private static byte[] data(byte[] body) {
        return FileEdits.chunk("IDAT", body);
    }

    private static byte[] text() {
        return FileEdits.chunk("tEXt", FileEdits.ascii("Comment\0of no use"));
    }

    private static byte[] deflated(byte[]... rows) {
        return PngMaker.deflate(FileEdits.join(rows));
    }

    /** Returns a chunk, or a zlib stream, with a wrong checksum. */
    private static byte[] wrongSum(byte[] chunk) {
        byte[] wrong = chunk.clone();
        wrong[wrong.length - 2] ^= 0x55;
        return wrong;
    }

    private static byte[] withLength(byte[] chunk, int length) {
        byte[] wrong = chunk.clone();
        ByteBuffer.wrap(wrong).putInt(length);
        return wrong;
    }

    private static byte[] withSmallWindow(byte[] zlib) {
        byte[] small = zlib.clone();
        small[0] = 0x18;
        small[1] = (byte) (31 - 0x1800 % 31);
        return small;
    }

    private void looksLike(byte[] png, byte[] flawless) throws Exception {
        assertThat(render(png, "40x30", Fit.CONTAIN, Format.PNG))
                .isEqualTo(render(flawless, "40x30", Fit.CONTAIN, Format.PNG));
        DecodedImage lossy = decoded(png, "40x30", Fit.CONTAIN, Format.WEBP);
        assertThat(lossy.differenceFrom(
                        decoded(flawless, "40x30", Fit.CONTAIN, Format.WEBP).image()))
                .isLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("io.edgepix.imaging.contract.PngDamageContract#whole")
    default void render_flawedPngWithAllRows_isThePicture(DamagedPng flawed) throws Exception {
        looksLike(flawed.png, flawed.flawless);
    }

    @ParameterizedTest
    @MethodSource("io.edgepix.imaging.contract.PngDamageContract#broken")
    default void render_pngThatNoBrowserShowsWhole_isBroken(DamagedPng flawed) {
        for (Format format : new Format[] {Format.PNG, Format.WEBP}) {
            RenderRequest request = new RenderRequest(Size.parse("40x30"), Fit.CONTAIN, format, 80, WHITE);

            assertThat(catchThrowableOfType(
                                    UnrenderableException.class,
                                    () -> renderer(ROOMY).render(flawed.png, request))
                            .reason())
                    .isEqualTo(Reason.BROKEN);
        }
    }

    /** A file that is cut at any point is served only with all of its pixels. */
    @ParameterizedTest
    @EnumSource(names = {"PNG", "WEBP"})
    default void render_truncatedPng_isWholeOrBroken(Format format) throws Exception {
        for (boolean interlaced : new boolean[] {false, true}) {
            for (int[] kind : new int[][] {{PngMaker.RGB, 8, 3}, {PngMaker.GREY, 1, 1}, {PngMaker.RGBA, 16, 4}}) {
                byte[] png = PngMaker.png(14, 11, kind[0], kind[1], interlaced, new byte[0], (x, y) -> {
                    int[] pixel = new int[kind[2]];
                    int most = (1 << kind[1]) - 1;
                    Arrays.setAll(
                            pixel,
                            band -> most == 1 ? (x / 3 + y / 4) % 2 : (x * 6 + y * 8 + band * 20) * (most / 255));
                    return pixel;
                });
                isWholeOrBrokenAtEveryCut(png, format);
            }
        }
    }

    private void isWholeOrBrokenAtEveryCut(byte[] png, Format format) throws Exception {
        byte[] whole = render(png, "14x", Fit.CONTAIN, format);
        int pictures = 0;
        for (int length = png.length - 1; length > 0; length--) {
            try {
                byte[] cut = render(Arrays.copyOf(png, length), "14x", Fit.CONTAIN, format);
                assertThat(DecodedImage.in(cut)
                                .differenceFrom(DecodedImage.in(whole).image()))
                        .as("%d bytes of %d", length, png.length)
                        .isLessThan(format == Format.PNG ? 0.001 : 3);
                pictures++;
            } catch (UnrenderableException e) {
                assertThat(e.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
            }
        }
        assertThat(pictures).isBetween(20, 40);
    }

    @Test
    default void render_pngWhoseDataGoesOnForLong_isThePicture() {
        byte[] bomb = deflated(ROWS, new byte[60_000_000]);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            looksLike(FileEdits.join(START, data(bomb), END), WHOLE);
            looksLike(FileEdits.join(START, wrongSum(data(withSmallWindow(bomb)))), WHOLE);
        });
    }

    /** The PNG has the size of a scan or a screenshot, so decoding it twice more takes time. */
    @Test
    default void render_largePngWithAWrongSum_isThePicture() throws Exception {
        byte[] row = new byte[1 + 4 * 4_000];
        Arrays.fill(row, 1, row.length, (byte) 0xFF);
        byte[][] rows = new byte[3_000][];
        Arrays.fill(rows, row);
        byte[] zlib = PngMaker.deflate(FileEdits.join(rows));
        zlib[zlib.length - 1] ^= 1;
        byte[] start = PngMaker.start(4_000, 3_000, PngMaker.RGBA, 8, false);

        byte[] png = FileEdits.join(start, FileEdits.chunk("IDAT", zlib), END);
        RenderRequest request = new RenderRequest(new Size(40, 0), Fit.CONTAIN, Format.PNG, 80, 0);

        DecodedImage.in(renderer(CostContract.STRICT).render(png, request))
                .hasSize(40, 30)
                .shows(20, 15, 0xFFFFFF, 1);
    }

    @Test
    default void render_pngWithThousandsOfKindsOfChunks_isThePicture() {
        byte[][] kinds = new byte[50_000][];
        Arrays.setAll(kinds, i -> FileEdits.chunk(String.format("a%03x", i & 0xFFF), new byte[] {(byte) i}));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> looksLike(FileEdits.join(START, FileEdits.join(kinds), DATA, END), WHOLE));
    }

    @Test
    default void render_animatedPng_isItsDefaultImageWithANotice() throws Exception {
        byte[] frame = new byte[26];
        byte[] animated = FileEdits.join(
                START,
                FileEdits.chunk("acTL", new byte[] {0, 0, 0, 3, 0, 0, 0, 0}),
                DATA,
                FileEdits.chunk("fcTL", frame),
                FileEdits.chunk("fdAT", FileEdits.join(new byte[4], deflated(new byte[ROWS.length]))),
                END);

        looksLike(animated, WHOLE);
        for (Format format : new Format[] {Format.PNG, Format.WEBP, Format.GIF}) {
            assertThat(notices(animated, format))
                    .contains("rendered only the default image of an animated PNG with 3 frames");
        }
        assertThat(notices(animated, Format.JPEG)).noneMatch(notice -> notice.contains("default image"));
        assertThat(notices(WHOLE, Format.PNG)).isEmpty();
    }

    private List<String> notices(byte[] png, Format format) throws UnrenderableException {
        List<String> notices = new ArrayList<>();
        RenderRequest request = new RenderRequest(Size.parse("40x30"), Fit.CONTAIN, format, 80, WHITE);
        renderer(ROOMY).renderAll(png, List.of(request), notice -> notices.add(notice.text()));
        return notices;
    }
}
