package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.jpeg.JpegVisibleScans;
import io.edgepix.imaging.originals.TurboJpeg;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our own decoder of progressive JPEG with libjpeg-turbo, which receives only the coefficients that are kept. */
class JpegProgressiveTest {
    private static final NativeLibrary LIBRARY = NativeLibrary.find().orElseThrow();
    private static final JpegCodec CODEC = new JpegCodec(LIBRARY);
    private static final List<Integer> SHRINKS = List.of(1, 2, 4, 8);
    private static final int SCANS = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 90, 100})
    void decodeProgressive_everySampling_returnsTheSamplesOfLibjpegTurbo(int quality) throws IOException {
        Random random = new Random(quality);
        for (int sampling : RandomJpeg.SAMPLINGS) {
            for (int restart = 0; restart < 2; restart++) {
                RandomJpeg jpeg = jpeg(random, TurboJpeg.RGB, sampling, quality, restart);
                for (int shrink : SHRINKS) {
                    assertThat(own(jpeg, shrink))
                            .as("sampling %s, restart %s, 1/%s, %s", sampling, restart, shrink, jpeg)
                            .isPresent()
                            .isEqualTo(turbo(jpeg, shrink));
                }
            }
        }
    }

    @Test
    void decodeProgressive_grey_returnsTheSamplesOfLibjpegTurbo() throws IOException {
        RandomJpeg jpeg = jpeg(new Random(3), TurboJpeg.GREY, 3, 85, 0);

        for (int shrink : SHRINKS) {
            assertThat(own(jpeg, shrink)).isPresent().isEqualTo(turbo(jpeg, shrink));
        }
    }

    @Test
    void decodeProgressive_damaged_failsOrReturnsTheSamplesOfLibjpegTurbo() throws IOException {
        Random random = new Random(20);
        int same = 0;
        List<RandomJpeg> originals = new ArrayList<>();
        for (int quality = 20; quality <= 100; quality += 5) {
            int sampling = RandomJpeg.SAMPLINGS.get(quality % RandomJpeg.SAMPLINGS.size());
            originals.add(jpeg(random, TurboJpeg.RGB, sampling, quality, quality % 2));
        }
        for (int i = 0; i < 4000; i++) {
            RandomJpeg jpeg = originals.get(i % originals.size()).damaged(random);
            // Scans that are incomplete lack bits, so only these sizes are the same.
            int shrink = random.nextBoolean() ? 1 : 8;
            Optional<List<ByteBuffer>> own = own(jpeg, shrink);
            if (own.isPresent()) {
                assertThat(turbo(jpeg, shrink)).as("file %s at 1/%s", i, shrink).isEqualTo(own);
                same++;
            }
        }
        assertThat(same).isGreaterThan(200);
    }

    @Test
    void decodeProgressive_withoutTheLowestBits_isCloserThanLibjpegTurbo() throws IOException {
        RandomJpeg jpeg = jpeg(new Random(5), TurboJpeg.GREY, 3, 100, 0);
        RandomJpeg fewer = jpeg.with(JpegVisibleScans.of(jpeg.bytes(), JpegHeader.read(jpeg.bytes()), 9));
        List<ByteBuffer> whole = turbo(jpeg, 1).orElseThrow();

        assertThat(fewer.bytes()).hasSizeLessThan(jpeg.bytes().length);
        assertThat(error(own(fewer, 1).orElseThrow(), whole))
                .isLessThan(error(turbo(fewer, 1).orElseThrow(), whole) * 0.7);
    }

    @Test
    void decodeProgressive_unusual_fails() throws IOException {
        RandomJpeg jpeg = jpeg(new Random(4), TurboJpeg.RGB, 2, 90, 1);
        byte[] bytes = jpeg.bytes();
        int scan = JpegHeader.read(bytes).scanStart();
        byte[] refinement = bytes.clone();
        refinement[JpegHeader.segmentEnd(bytes, scan) - 1] = 0x10;

        assertThat(own(jpeg, 2)).isPresent();
        assertThat(own(jpeg.with(refinement), 2)).isEmpty();
        assertThat(own(jpeg.with(Arrays.copyOf(bytes, bytes.length - 2)), 2)).isEmpty();
        assertThat(own(new RandomJpeg(bytes, jpeg.width() + 1, jpeg.height()), 2))
                .isEmpty();
        assertThat(own(jpeg, 2, 5)).isEmpty();
    }

    private static double error(List<ByteBuffer> rows, List<ByteBuffer> others) {
        double squares = 0;
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).capacity(); x++) {
                squares += Math.pow((rows.get(y).get(x) & 0xFF) - (others.get(y).get(x) & 0xFF), 2);
            }
        }
        return squares;
    }

    private static RandomJpeg jpeg(Random random, int format, int sampling, int quality, int restartRows) {
        return RandomJpeg.of(
                random,
                format,
                Map.of(
                        TurboJpeg.PROGRESSIVE,
                        1,
                        TurboJpeg.SUBSAMPLING,
                        sampling,
                        TurboJpeg.QUALITY,
                        quality,
                        TurboJpeg.RESTART_ROWS,
                        restartRows));
    }

    private static Optional<List<ByteBuffer>> own(RandomJpeg jpeg, int shrink) {
        return own(jpeg, shrink, SCANS);
    }

    private static Optional<List<ByteBuffer>> own(RandomJpeg jpeg, int shrink, int scans) {
        byte[] bytes = jpeg.bytes();
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decodeProgressive(
                            memory, memory.copy(bytes), bytes.length, jpeg.width(), jpeg.height(), shrink, scans)
                    .map(RandomJpeg::rows);
        }
    }

    private static Optional<List<ByteBuffer>> turbo(RandomJpeg jpeg, int shrink) throws IOException {
        byte[] whole = jpeg.bytes();
        byte[] bytes = shrink == 1 || shrink == 8 ? whole : JpegLowPass.of(whole, JpegHeader.read(whole), 8 / shrink);
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decode(memory, memory.copy(bytes), bytes.length, jpeg.width(), jpeg.height(), shrink, SCANS)
                    .map(RandomJpeg::rows);
        }
    }
}
