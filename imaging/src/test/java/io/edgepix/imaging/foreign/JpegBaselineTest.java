package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.originals.FileEdits;
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

/** Compares our own decoder of baseline JPEG with libjpeg-turbo, which receives only the coefficients that are kept. */
class JpegBaselineTest {
    private static final NativeLibrary LIBRARY = NativeLibrary.find().orElseThrow();
    private static final JpegCodec CODEC = new JpegCodec(LIBRARY);
    private static final List<Integer> SHRINKS = List.of(1, 2, 4, 8);
    private static final int SCANS = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 90, 100})
    void decodeBaseline_everySampling_returnsTheSamplesOfLibjpegTurbo(int quality) throws IOException {
        Random random = new Random(quality);
        for (int sampling : RandomJpeg.SAMPLINGS) {
            for (int restart = 0; restart < 2; restart++) {
                RandomJpeg jpeg = jpeg(random, TurboJpeg.RGB, sampling, quality, restart);
                for (int shrink : SHRINKS) {
                    assertThat(own(jpeg, shrink))
                            .as(
                                    "sampling %s, restart %s, 1/%s, %sx%s",
                                    sampling, restart, shrink, jpeg.width(), jpeg.height())
                            .isPresent()
                            .isEqualTo(turbo(jpeg, shrink));
                }
            }
        }
    }

    @Test
    void decodeBaseline_grey_returnsTheSamplesOfLibjpegTurbo() throws IOException {
        RandomJpeg jpeg = jpeg(new Random(3), TurboJpeg.GREY, 3, 85, 0);

        for (int shrink : SHRINKS) {
            assertThat(own(jpeg, shrink)).isPresent().isEqualTo(turbo(jpeg, shrink));
        }
    }

    @Test
    void decodeBaseline_damaged_failsOrReturnsTheSamplesOfLibjpegTurbo() throws IOException {
        Random random = new Random(20);
        int same = 0;
        List<RandomJpeg> originals = new ArrayList<>();
        for (int quality = 20; quality <= 100; quality += 5) {
            int sampling = RandomJpeg.SAMPLINGS.get(quality % RandomJpeg.SAMPLINGS.size());
            originals.add(jpeg(random, TurboJpeg.RGB, sampling, quality, quality % 2));
        }
        for (int i = 0; i < 4000; i++) {
            RandomJpeg whole = originals.get(i % originals.size());
            RandomJpeg jpeg = whole.damaged(random);
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
        RandomJpeg jpeg = jpeg(new Random(4), TurboJpeg.RGB, 2, 90, 1);
        byte[] bytes = jpeg.bytes();
        int restart = FileEdits.indexOf(bytes, (byte) 0xFF, (byte) 0xD0);
        byte[] swapped = bytes.clone();
        swapped[restart + 1] = (byte) 0xD1;
        byte[] longer = FileEdits.join(Arrays.copyOf(bytes, restart), new byte[1], tail(bytes, restart));
        byte[] shorter = FileEdits.join(Arrays.copyOf(bytes, restart - 2), tail(bytes, restart));

        assertThat(own(jpeg, 2)).isPresent();
        assertThat(own(jpeg.with(swapped), 2)).isEmpty();
        assertThat(own(jpeg.with(longer), 2)).isEmpty();
        assertThat(own(jpeg.with(shorter), 2)).isEmpty();
        assertThat(own(jpeg.with(Arrays.copyOf(bytes, bytes.length - 2)), 2)).isEmpty();
        assertThat(own(new RandomJpeg(bytes, jpeg.width() + 1, jpeg.height()), 2))
                .isEmpty();
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static RandomJpeg jpeg(Random random, int format, int sampling, int quality, int restartRows) {
        return RandomJpeg.of(
                random,
                format,
                Map.of(
                        TurboJpeg.SUBSAMPLING,
                        sampling,
                        TurboJpeg.QUALITY,
                        quality,
                        TurboJpeg.RESTART_ROWS,
                        restartRows));
    }

    private static Optional<List<ByteBuffer>> own(RandomJpeg jpeg, int shrink) {
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decodeBaseline(
                            memory, memory.copy(jpeg.bytes()), jpeg.bytes().length, jpeg.width(), jpeg.height(), shrink)
                    .map(RandomJpeg::rows);
        }
    }

    private static Optional<List<ByteBuffer>> turbo(RandomJpeg jpeg, int shrink) throws IOException {
        byte[] bytes = shrink == 1 || shrink == 8
                ? jpeg.bytes()
                : JpegLowPass.of(jpeg.bytes(), JpegHeader.read(jpeg.bytes()), 8 / shrink);
        try (NativeMemory memory = LIBRARY.memory()) {
            return CODEC.decode(memory, memory.copy(bytes), bytes.length, jpeg.width(), jpeg.height(), shrink, SCANS)
                    .map(RandomJpeg::rows);
        }
    }
}
