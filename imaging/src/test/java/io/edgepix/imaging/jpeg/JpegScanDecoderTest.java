package io.edgepix.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.imaging.imageio.Jdk;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.JpegMaker;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.sample.Plane;
import io.edgepix.imaging.sample.Rows;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the planes of a JPEG with the JDK's decoder. */
class JpegScanDecoderTest {
    private static final BufferedImage STROKES =
            Paint.opaque(161, 83, (x, y) -> x % 43 < 7 ? Paint.BLACK : 0xFF000000 | (x << 16) | ((3 * y) << 8));

    private static JpegFrame decode(byte[] jpeg, double shrink) throws IOException {
        return JpegScanDecoder.decode(jpeg, JpegHeader.read(jpeg), new Detail(shrink, shrink));
    }

    private static Raster samples(byte[] jpeg) throws IOException {
        return Readers.use(Jdk.reader("jpeg"), jpeg, reader -> reader.readRaster(0, null));
    }

    private static float[][] rows(Rows rows) {
        float[][] all = new float[rows.height()][rows.width()];
        for (int y = 0; y < all.length; y++) {
            rows.read(y, all[y]);
        }
        return all;
    }

    /** Returns the mean of the part of a box that is inside the picture. */
    private static double mean(Raster samples, int band, int x, int y, int box) {
        double sum = 0;
        int count = 0;
        for (int row = y * box; row < Math.min((y + 1) * box, samples.getHeight()); row++) {
            for (int column = x * box; column < Math.min((x + 1) * box, samples.getWidth()); column++) {
                sum += samples.getSample(column, row, band);
                count++;
            }
        }
        return sum / count;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2", "4, 1"})
    void decode_wholeSize_isTheLumaOfAnotherDecoder(int across, int down) throws Exception {
        for (boolean progressive : new boolean[] {false, true}) {
            for (int restart : new int[] {0, 1, 5}) {
                byte[] jpeg = JpegMaker.jpeg(STROKES, across, down, restart, progressive);
                Raster wanted = samples(jpeg);

                float[][] luma = rows(decode(jpeg, 1).planes().getFirst().rows());

                assertThat(luma).hasDimensions(83, 161);
                for (int y = 0; y < 83; y++) {
                    for (int x = 0; x < 161; x++) {
                        assertThat((int) luma[y][x])
                                .as("%d,%d", x, y)
                                .isBetween(wanted.getSample(x, y, 0) - 1, wanted.getSample(x, y, 0) + 1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 2", "12, 4", "24, 8", "50, 8"})
    void decode_smaller_isLikeTheMeansOfBlocks(double shrink, int box) throws Exception {
        BufferedImage shades = Paint.shades(161, 83);
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] jpeg = JpegMaker.jpeg(shades, 2, 2, 0, progressive);
            Raster wanted = samples(jpeg);

            Plane plane = decode(jpeg, shrink).planes().getFirst();
            float[][] luma = rows(plane.rows());

            assertThat(plane.across()).isEqualTo(box);
            assertThat(luma).hasDimensions(Math.ceilDiv(83, box), Math.ceilDiv(161, box));
            for (int y = 0; y < 83 / box; y++) {
                for (int x = 0; x < 161 / box; x++) {
                    double mean = mean(wanted, 0, x, y, box);
                    assertThat((double) luma[y][x]).as("%d,%d", x, y).isBetween(mean - 3, mean + 3);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5.9, 1, 2", "6, 2, 2", "12, 4, 4"})
    void planes_halvedChroma_isNoCoarserThanNeedBe(double shrink, double luma, double chroma) throws Exception {
        byte[] jpeg = JpegMaker.jpeg(STROKES, 2, 2, 0, false);

        List<Plane> planes = decode(jpeg, shrink).planes();

        assertThat(planes.get(0).across()).isEqualTo(luma);
        assertThat(planes.get(1).across()).isEqualTo(Math.max(2, chroma));
        assertThat(planes.get(2).rows().width()).isEqualTo(Math.ceilDiv(161, (int) Math.max(2, chroma)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "6, 2, 4", "12, 4, 8"})
    void planes_derivativeOfHalvedChroma_haveItTwiceAsCoarse(double shrink, double luma, double chroma)
            throws Exception {
        byte[] jpeg = JpegMaker.jpeg(STROKES, 2, 2, 0, false);

        List<Plane> planes = JpegScanDecoder.decode(jpeg, JpegHeader.read(jpeg), new Detail(shrink, 2 * shrink))
                .planes();

        assertThat(planes).extracting(Plane::across).containsExactly(luma, chroma, chroma);
        assertThat(planes).extracting(Plane::down).containsExactly(luma, chroma, chroma);
    }

    @Test
    void decode_cmyk_isFourPlanesAsTheyAreStored() throws Exception {
        byte[] jpeg = Originals.fourSampleJpeg(40, 24, 10, 60, 120, 250);

        List<Plane> planes = decode(jpeg, 1).planes();

        assertThat(planes).extracting(plane -> rows(plane.rows())[11][17]).containsExactly(10f, 60f, 120f, 250f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decode_truncatedData_isDistinguishedFromAPicture(boolean progressive) throws Exception {
        byte[] jpeg = JpegMaker.jpeg(STROKES, 2, 2, 0, progressive);
        int scan = JpegHeader.read(jpeg).scanStart();
        for (int length = scan + 1; length < jpeg.length - 2; length += 37) {
            boolean betweenScans = jpeg[length] == (byte) 0xFF || jpeg[length - 1] == (byte) 0xFF;
            if (betweenScans) {
                continue;
            }
            byte[] cut = FileEdits.join(Arrays.copyOf(jpeg, length), new byte[] {(byte) 0xFF, (byte) 0xD9});

            assertThatThrownBy(() -> decode(cut, 1)).as("cut at %d", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void decode_coefficientsOverTheHeap_areRefusedBeforeAllocation() throws Exception {
        byte[] jpeg = Originals.progressiveJpeg(STROKES);
        int frame = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xC2);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xF0);

        assertThatThrownBy(() -> decode(jpeg, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("heap");
    }

    @Test
    void decode_missingRestartMarker_isDistinguishedFromAPicture() throws Exception {
        byte[] jpeg = JpegMaker.jpeg(STROKES, 2, 2, 3, false);
        int marker = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xD1);
        jpeg[marker + 1] = (byte) 0xD2;

        assertThatThrownBy(() -> decode(jpeg, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("restart");
    }
}
