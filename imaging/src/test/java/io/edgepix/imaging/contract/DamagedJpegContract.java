package io.edgepix.imaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.originals.ExifMaker;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests JPEGs whose markers are damaged. They are shown only if all pixels exist. */
public interface DamagedJpegContract extends Contract {
    byte[] NOTHING = {};
    byte[] EXIF_NAME = FileEdits.ascii("Exif\0\0");

    /** A JPEG and its derivatives, by size. */
    @SuppressWarnings("ArrayRecordComponent") // the array is only read
    record Kind(String name, byte[] jpeg, Map<String, DecodedImage> derivatives) {}

    /**
     * Returns the required likeness in decibels. The renderers decode a small derivative of a progressive JPEG in two
     * ways.
     */
    private static double likeness(String size) {
        return size.equals("4x") ? 25 : 40;
    }

    private void isLike(Kind kind, byte[] damaged, String what) throws Exception {
        for (Map.Entry<String, DecodedImage> derivative : kind.derivatives.entrySet()) {
            assertThat(png(damaged, derivative.getKey()).likenessTo(derivative.getValue()))
                    .as("%s %s as %s", kind.name, what, derivative.getKey())
                    .isGreaterThan(likeness(derivative.getKey()));
        }
        assertThat(renderer(ROOMY).dimensions(damaged))
                .isEqualTo(renderer(ROOMY).dimensions(kind.jpeg));
    }

    private Kind kind(String name, byte[] jpeg) throws Exception {
        Map<String, DecodedImage> derivatives = new LinkedHashMap<>();
        derivatives.put("32x", png(jpeg, "32x"));
        if (name.equals("progressive")) {
            derivatives.put("4x", png(jpeg, "4x"));
        }
        return new Kind(name, jpeg, derivatives);
    }

    /** Returns one JPEG for each way of walking through segments and scans. */
    private List<Kind> kinds() throws Exception {
        BufferedImage shades = Paint.shades(32, 24);
        return List.of(
                kind("baseline", JpegMaker.jpeg(shades, 2, 2, 1, false)),
                kind("progressive", JpegMaker.jpeg(shades, 2, 2, 0, true)),
                kind("CMYK", Originals.fourSampleJpeg(32, 24, (x, y) -> new int[] {x * 7, y * 9, 128, x + y})));
    }

    /** Returns the offsets of all segments up to the end marker. */
    private static List<Integer> segments(byte[] jpeg) throws IOException {
        List<Integer> segments = new ArrayList<>();
        for (int at = 2; at < jpeg.length - 2; at = JpegDcScans.next(jpeg, at)) {
            segments.add(at);
        }
        return segments;
    }

    private static byte[] without(byte[] jpeg, int count) {
        return Arrays.copyOf(jpeg, jpeg.length - count);
    }

    private static byte[] withAt(byte[] jpeg, int at, byte[] more) {
        return FileEdits.join(Arrays.copyOf(jpeg, at), more, Arrays.copyOfRange(jpeg, at, jpeg.length));
    }

    private static byte[] withLength(byte[] jpeg, int segment, int length) {
        byte[] damaged = jpeg.clone();
        damaged[segment + 2] = (byte) (length >> 8);
        damaged[segment + 3] = (byte) length;
        return damaged;
    }

    @Test
    default void render_jpegWithoutItsEnd_isThePicture() throws Exception {
        byte[] other = Originals.jpeg(Paint.plain(500, 500, Paint.BLACK));
        byte[] noise = new byte[3000];
        new Random(5).nextBytes(noise);
        for (Kind kind : kinds()) {
            byte[] open = without(kind.jpeg, 2);
            for (byte[] trailer : List.of(
                    NOTHING,
                    new byte[] {-1},
                    new byte[] {-1, -1},
                    new byte[100],
                    FileEdits.ascii("SEFHe\0\0\0SEFT"),
                    noise,
                    other,
                    FileEdits.join(FileEdits.ascii("vendor"), other),
                    new byte[] {-1, (byte) 0xD8})) {
                isLike(kind, FileEdits.join(open, trailer), "and " + trailer.length);
            }
        }
    }

    /** An aborted download leaves such a file if the space was reserved in advance. */
    @ParameterizedTest
    @ValueSource(ints = {0, 0xE5})
    default void render_jpegOfRestartIntervalsAndThenFiller_isBroken(int filler) throws Exception {
        for (int restart : new int[] {1, 4}) {
            byte[] whole = JpegMaker.jpeg(Paint.shades(160, 120), 2, 2, restart, false);
            int scan = JpegHeader.read(whole).scanStart();
            for (int tenth = 1; tenth < 10; tenth++) {
                for (int kept : new int[] {0, 2}) {
                    byte[] filled = whole.clone();
                    int from = scan + (whole.length - scan) * tenth / 10;
                    Arrays.fill(filled, from, filled.length - kept, (byte) filler);

                    UnrenderableException refusal = refusal(filled, ROOMY);

                    assertThat(refusal).as("from %d, %d kept", from, kept).isNotNull();
                    assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    default void render_jpegWhoseTablesStateFewBytes_isThePicture(int length) throws Exception {
        for (Kind kind : kinds()) {
            for (int at : segments(kind.jpeg)) {
                if (kind.jpeg[at + 1] == (byte) 0xDB || kind.jpeg[at + 1] == (byte) 0xC4) {
                    isLike(kind, withLength(kind.jpeg, at, length), "at " + at);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0000", "68656C6C6F", "00", "FF", "FFFF", "FF00", "12FF3456FF00", "FF02", "FFF8FF"})
    default void render_jpegWithStrayBytesBetweenSegments_isThePicture(String hex) throws Exception {
        byte[] stray = HexFormat.of().parseHex(hex);
        for (Kind kind : kinds()) {
            byte[] all = kind.jpeg;
            List<Integer> segments = segments(all);
            for (int at : segments.reversed()) {
                isLike(kind, withAt(kind.jpeg, at, stray), "at " + at);
                all = withAt(all, at, stray);
            }
            isLike(kind, all, "everywhere");
            isLike(kind, withAt(kind.jpeg, kind.jpeg.length - 2, stray), "before the end");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -3, -2, -1, 1, 2, 3, 5, 12, 30})
    default void render_jpegWithAWrongLength_isThePicture(int off) throws Exception {
        for (Kind kind : kinds()) {
            byte[] jpeg = FileEdits.jpegWith(kind.jpeg, 0xFE, FileEdits.ascii("a comment of many letters"));
            for (int at : segments(jpeg)) {
                int length = Bytes.big16(jpeg, at + 2) + off;
                boolean jfif = jpeg[at + 1] == (byte) 0xE0;
                if (length >= 2 && !(jfif && off < 0)) {
                    isLike(kind, withLength(jpeg, at, length), "at " + at);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0xFFFF})
    default void render_jpegWithAnImpossibleLength_isThePicture(int length) throws Exception {
        for (Kind kind : kinds()) {
            byte[] jpeg = FileEdits.jpegWith(kind.jpeg, 0xFE, NOTHING);
            for (int at : segments(jpeg)) {
                isLike(kind, withLength(jpeg, at, length), "at " + at);
            }
        }
    }

    @Test
    default void render_jpegWithFillBytes_isThePicture() throws Exception {
        for (Kind kind : kinds()) {
            byte[] filled = withAt(kind.jpeg, kind.jpeg.length - 2, new byte[] {-1, -1});
            for (int at : segments(kind.jpeg).reversed()) {
                filled = withAt(filled, at, new byte[] {-1, -1, -1});
            }
            isLike(kind, filled, "filled");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, -1, 1, 2, 7, 20})
    default void render_exifWithAWrongLength_standsUpright(int off) throws Exception {
        byte[] stored = Originals.jpeg(Paint.stored(Paint.corners(120, 60), 6));
        byte[] body = FileEdits.join(EXIF_NAME, ExifMaker.exif(6), new byte[40]);
        for (byte[] jpeg :
                List.of(FileEdits.jpegWith(stored, 0xE1, body), FileEdits.jpegWithAfterJfif(stored, 0xE1, body))) {
            int at = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xE1);
            byte[] damaged = withLength(jpeg, at, Bytes.big16(jpeg, at + 2) + off);

            png(damaged, "60x60").hasSize(60, 30).showsCorners(40);
        }
    }

    @Test
    default void render_exifBetweenStrayBytes_standsUpright() throws Exception {
        byte[] stored = Originals.jpeg(Paint.stored(Paint.corners(120, 60), 6));
        byte[] jpeg = FileEdits.jpegWith(stored, 0xE1, FileEdits.join(EXIF_NAME, ExifMaker.exif(6)));
        for (int at : segments(jpeg).reversed()) {
            jpeg = withAt(jpeg, at, FileEdits.ascii("stray"));
        }

        png(jpeg, "60x60").hasSize(60, 30).showsCorners(40);
    }

    @Test
    default void render_profileBetweenStrayBytes_isApplied() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] whole = FileEdits.jpegWithProfile(Originals.jpeg(Paint.shades(48, 40)), profile);
        byte[] damaged = whole;
        for (int at : segments(whole).reversed()) {
            damaged = withAt(damaged, at, FileEdits.ascii("stray"));
        }

        assertThat(png(whole, "32x").likenessTo(png(Originals.jpeg(Paint.shades(48, 40)), "32x")))
                .isLessThan(30);
        isLike(kind("profile", whole), without(damaged, 2), "damaged");
    }

    /** A JPEG that is cut at any point is either shown like the whole JPEG, or refused. */
    @Test
    default void render_truncatedJpeg_isWholeOrBroken() throws Exception {
        for (Kind kind : kinds()) {
            for (Map.Entry<String, DecodedImage> derivative : kind.derivatives.entrySet()) {
                List<Integer> shown = new ArrayList<>();
                for (int cut = 1; cut < kind.jpeg.length; cut += cut < 40 ? 1 : 5) {
                    byte[] rest = without(kind.jpeg, cut);
                    UnrenderableException refusal =
                            catchThrowableOfType(UnrenderableException.class, () -> png(rest, derivative.getKey()));
                    if (refusal == null) {
                        isLike(kind, rest, "without its last " + cut);
                        shown.add(cut);
                    } else {
                        assertThat(refusal.reason()).isIn(Reason.BROKEN, Reason.NOT_A_PICTURE);
                    }
                }
                assertThat(shown).as(kind.name).containsExactly(1, 2);
            }
        }
    }

    /** The data is cut short, and followed by an end marker or a different picture. */
    @Test
    default void render_truncatedJpegWithAnEndMarker_isBroken() throws Exception {
        byte[] other = Originals.jpeg(Paint.plain(32, 24, Paint.BLACK));
        for (Kind kind : kinds()) {
            int scan = JpegHeader.read(kind.jpeg).scanStart();
            int end = JpegDcScans.next(kind.jpeg, scan);
            for (int length = end - 2; length > scan + 14; length -= 9) {
                byte[] cut = Arrays.copyOf(kind.jpeg, length);
                for (byte[] more : List.of(new byte[] {-1, (byte) 0xD9}, other, FileEdits.ascii("\u00FF\2"))) {
                    assertThat(refusal(FileEdits.join(cut, more), ROOMY))
                            .as("%s cut to %d and %d more", kind.name, length, more.length)
                            .isNotNull();
                }
            }
        }
    }

    /** Each JPEG has several megabytes, so that code in quadratic time would take too long. */
    @Test
    default void render_jpegOfManyDamagedSegments_isRefusedQuickly() throws Exception {
        byte[] jpeg = Originals.jpeg(Paint.shades(48, 40));
        List<byte[]> parts = List.of(
                new byte[] {-1, (byte) 0xE1, 0, 80},
                new byte[] {-1, (byte) 0xE1, 0, 0},
                new byte[] {-1, (byte) 0xE1, -1, -1},
                new byte[] {-1, (byte) 0xFE, 0, 5, 1, 2, 3, 4},
                new byte[] {-1, (byte) 0xC4, 0, 0},
                new byte[] {-1, (byte) 0xDB, 0, 0},
                new byte[] {-1, (byte) 0xDA, 0, 8, 1},
                new byte[] {-1, -1},
                new byte[] {-1, 2},
                new byte[] {-1, (byte) 0xC4, 0, 2, 0});
        for (byte[] part : parts) {
            byte[] many = new byte[3_000_000];
            for (int i = 0; i < many.length; i++) {
                many[i] = part[i % part.length];
            }
            for (int at : new int[] {2, FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xDA), jpeg.length - 2}) {
                byte[] hostile = withAt(jpeg, at, many);

                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(hostile, ROOMY));
            }
        }
    }

    @Test
    default void render_thumbnailInExifWithoutALength_isNotTakenForThePicture() throws Exception {
        byte[] thumbnail = Originals.jpeg(Paint.plain(16, 16, Paint.RED));
        byte[] jpeg = FileEdits.jpegWith(
                Originals.jpeg(Paint.shades(48, 40)), 0xE1, FileEdits.join(EXIF_NAME, ExifMaker.exif(1), thumbnail));

        assertThat(refusal(withLength(jpeg, 2, 0), ROOMY).reason()).isEqualTo(Reason.BROKEN);
    }
}
