package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.originals.TurboJpeg;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the Huffman codes of large JPEGs with those of libjpeg-turbo, which finds the shortest ones. */
class JpegShortenTest {
    private static final NativeLibrary LIBRARY = NativeLibrary.find().orElseThrow();
    private static final JpegCodec CODEC = new JpegCodec(LIBRARY);
    private static final int WIDTH = 336;
    private static final int HEIGHT = 256;
    /** TJPARAM_OPTIMIZE. */
    private static final int OPTIMIZE = 11;

    /** Returns shades with noise that grows from left to right. */
    private static int[] samples(int bands) {
        Random random = new Random(bands);
        int[] samples = new int[WIDTH * HEIGHT * bands];
        for (int i = 0; i < samples.length; i++) {
            int x = i / bands % WIDTH;
            samples[i] = Math.clamp((i / bands / WIDTH + x) / 3 + random.nextInt(1 + x / 2), 0, 255);
        }
        return samples;
    }

    private static byte[] shortest(int[] samples, int format, int sampling, int quality) {
        Map<Integer, Integer> parameters =
                Map.of(TurboJpeg.QUALITY, quality, TurboJpeg.SUBSAMPLING, sampling, OPTIMIZE, 1);
        return TurboJpeg.encode(samples, WIDTH, HEIGHT, format, 8, parameters);
    }

    private static void assertAreEqual(byte[] jpeg, byte[] shortest, int format) {
        assertThat(jpeg).hasSameSizeAs(shortest);
        assertThat(TurboJpeg.decode(jpeg, format)).isEqualTo(TurboJpeg.decode(shortest, format));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 0, 80", "2, 2, 80", "1, 0, 100", "2, 2, 100"})
    void encode_large_isAsShortAsLibjpegTurboMakesIt(int shared, int sampling, int quality) {
        int[] samples = samples(3);
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        try (NativeMemory memory = LIBRARY.memory()) {
            Planes planes = CODEC.planes(memory, memory.copy(bytes), 3, WIDTH, HEIGHT, shared);

            byte[] jpeg = CODEC.encode(memory, planes, quality);

            assertAreEqual(jpeg, shortest(samples, TurboJpeg.RGB, sampling, quality), TurboJpeg.RGB);
        }
    }

    @Test
    void encode_largeGrey_isAsShortAsLibjpegTurboMakesIt() {
        byte[] original = shortest(samples(1), TurboJpeg.GREY, 3, 95);
        try (NativeMemory memory = LIBRARY.memory()) {
            Planes planes = CODEC.decode(memory, memory.copy(original), original.length, WIDTH, HEIGHT, 1, 1)
                    .orElseThrow();

            byte[] jpeg = CODEC.encode(memory, planes, 80);

            int[] decoded = TurboJpeg.decode(original, TurboJpeg.GREY);
            assertAreEqual(jpeg, shortest(decoded, TurboJpeg.GREY, 3, 80), TurboJpeg.GREY);
        }
    }
}
