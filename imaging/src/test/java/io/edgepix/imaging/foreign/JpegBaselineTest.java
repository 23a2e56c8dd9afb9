package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.TurboJpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our own decoder of baseline JPEG with libjpeg-turbo, which receives only the coefficients that are kept. */
class JpegBaselineTest {
    private static final NativeLibrary LIBRARY = NativeLibrary.find().orElseThrow();
    private static final JpegCodec CODEC = new JpegCodec(LIBRARY);
    private static final List<Integer> SHRINKS = List.of(1, 2, 4, 8);
    private static final int SCANS = 20;
    /** The codes of 4:4:4, 4:2:2, 4:2:0, 4:4:0, 4:1:1 and 4:4:1 in TurboJPEG. */
    private static final List<Integer> SAMPLINGS = List.of(0, 1, 2, 4, 5, 6);

    /** A baseline JPEG with the dimensions that its header states. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are never compared
    private record Jpeg(byte[] bytes, int width, int height) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 90, 100})
    void decodeBaseline_everySampling_returnsTheSamplesOfLibjpegTurbo(int quality) throws IOException {
        Random random = new Random(quality);
        for (int sampling : SAMPLINGS) {
            for (int restart = 0; restart < 2; restart++) {
                Jpeg jpeg = jpeg(random, TurboJpeg.RGB, sampling, quality, restart);
                for (int shrink : SHRINKS) {
                    assertThat(own(jpeg, shrink))
                            .as(
                                    "sampling %s, restart %s, 1/%s, %sx%s",
                                    sampling, restart, shrink, jpeg.width, jpeg.height)
                            .isPresent()
                            .isEqualTo(turbo(jpeg, shrink));
                }
            }
        }
    }

    @Test
    void decodeBaseline_grey_returnsTheSamplesOfLibjpegTurbo() throws IOException {
        Jpeg jpeg = jpeg(new Random(3), TurboJpeg.GREY, 3, 85, 0);

        for (int shrink : SHRINKS) {
            assertThat(own(jpeg, shrink)).isPresent().isEqualTo(turbo(jpeg, shrink));
        }
    }

    @Test
    void decodeBaseline_damaged_failsOrReturnsTheSamplesOfLibjpegTurbo() throws IOException {
        Random random = new Random(20);
        int same = 0;
        List<Jpeg> originals = new ArrayList<>();
        for (int quality = 20; quality <= 100; quality += 5) {
            int sampling = SAMPLINGS.get(quality % SAMPLINGS.size());
            originals.add(jpeg(random, TurboJpeg.RGB, sampling, quality, quality % 2));
        }
        for (int i = 0; i < 4000; i++) {
            Jpeg whole = originals.get(i % originals.size());
            Jpeg jpeg = new Jpeg(damaged(whole.bytes, random), whole.width, whole.height);
            int shrink = SHRINKS.get(random.nextInt(4));
            Optional<List<ByteBuffer>> own = own(jpeg, shrink);
            if (own.isPresent()) {
                assertThat(turbo(jpeg, shrink)).as("file %s at 1/%s", i, shrink).isEqualTo(own);
                same++;
            }
        }
        assertThat(same).isGreaterThan(200);
    }

    @Test
    void decodeBaseline_unusual_fails() throws IOException {
        Jpeg jpeg = jpeg(new Random(4), TurboJpeg.RGB, 2, 90, 1);
        byte[] bytes = jpeg.bytes;
        int restart = FileEdits.indexOf(bytes, (byte) 0xFF, (byte) 0xD0);
        byte[] swapped = bytes.clone();
        swapped[restart + 1] = (byte) 0xD1;
        byte[] longer = FileEdits.join(Arrays.copyOf(bytes, restart), new byte[1], tail(bytes, restart));
        byte[] shorter = FileEdits.join(Arrays.copyOf(bytes, restart - 2), tail(bytes, restart));

        assertThat(own(jpeg, 2)).isPresent();
        assertThat(own(new Jpeg(swapped, jpeg.width, jpeg.height), 2)).isEmpty();
        assertThat(own(new Jpeg(longer, jpeg.width, jpeg.height), 2)).isEmpty();
        assertThat(own(new Jpeg(shorter, jpeg.width, jpeg.height), 2)).isEmpty();
        assertThat(own(new Jpeg(Arrays.copyOf(bytes, bytes.length - 2), jpeg.width, jpeg.height), 2))
                .isEmpty();
        assertThat(own(new Jpeg(bytes, jpeg.width + 1, jpeg.height), 2)).isEmpty();
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /** Returns a JPEG of random dimensions that contains shades, noise and edges. */
    private static Jpeg jpeg(Random random, int format, int sampling, int quality, int restartRows) {
        int width = 1 + random.nextInt(75);
        int height = 33 + random.nextInt(40);
        int noise = 1 << random.nextInt(9);
        int bands = TurboJpeg.bands(format);
        int[] samples = IntStream.range(0, width * height * bands)
                .map(i -> {
                    int x = i / bands % width;
                    int y = i / bands / width;
                    int edge = x / 11 + y / 7 & 1;
                    return Math.clamp(edge * 100 + 2 * x + i % bands * 40 + random.nextInt(noise), 0, 255);
                })
                .toArray();
        Map<Integer, Integer> parameters = Map.of(
                TurboJpeg.SUBSAMPLING, sampling, TurboJpeg.QUALITY, quality, TurboJpeg.RESTART_ROWS, restartRows);
        return new Jpeg(TurboJpeg.encode(samples, width, height, format, 8, parameters), width, height);
    }

    /** Changes, removes or inserts bytes, mostly in the data of the scan. */
    private static byte[] damaged(byte[] jpeg, Random random) {
        int scan = FileEdits.indexOf(jpeg, (byte) 0xFF, (byte) 0xDA);
        int at = random.nextInt(4) == 0 ? random.nextInt(scan) : scan + random.nextInt(jpeg.length - scan);
        byte[] copy = jpeg.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[at] = (byte) random.nextInt();
            case 1 -> copy[at] = -1;
            case 2 -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(jpeg, 0, at);
                out.write(random.nextInt());
                out.write(jpeg, at, jpeg.length - at);
                return out.toByteArray();
            }
            case 3 -> {
                return Arrays.copyOf(jpeg, at);
            }
            default -> copy[at] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static Optional<List<ByteBuffer>> own(Jpeg jpeg, int shrink) {
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decodeBaseline(
                            memory, memory.copy(jpeg.bytes), jpeg.bytes.length, jpeg.width, jpeg.height, shrink)
                    .map(JpegBaselineTest::rows);
        }
    }

    private static Optional<List<ByteBuffer>> turbo(Jpeg jpeg, int shrink) throws IOException {
        byte[] bytes = shrink == 1 || shrink == 8
                ? jpeg.bytes
                : JpegLowPass.of(jpeg.bytes, JpegHeader.read(jpeg.bytes), 8 / shrink);
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decode(memory, memory.copy(bytes), bytes.length, jpeg.width, jpeg.height, shrink, SCANS)
                    .map(JpegBaselineTest::rows);
        }
    }

    private static List<ByteBuffer> rows(Planes planes) {
        List<NativePlane> all = planes.isGrey()
                ? List.of(planes.lumaPlane())
                : List.of(planes.lumaPlane(), planes.cbPlane(), planes.crPlane());
        List<ByteBuffer> rows = new ArrayList<>();
        for (NativePlane plane : all) {
            for (int y = 0; y < plane.height(); y++) {
                rows.add(ByteBuffer.wrap(NativeMemory.bytes(plane.address() + y * plane.stride(), plane.width())));
            }
        }
        return rows;
    }
}
