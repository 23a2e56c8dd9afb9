package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AlphaCodecTest {
    private static final int SIDE = 256;

    private final NativeLibrary library = NativeLibrary.find().orElseThrow();
    private final AlphaCodec codec = new AlphaCodec(library);

    /** Noise in invisible colours takes many bytes in a WebP. */
    @Test
    void join_oneColourThatFades_isOneColour() {
        byte[] pixels = new byte[SIDE * SIDE * 4];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int alpha = Math.max(0, 255 - i % SIDE - i / SIDE);
            pixels[4 * i] = (byte) (alpha == 0 ? 0 : 200);
            pixels[4 * i + 1] = (byte) (alpha == 0 ? 0 : 100);
            pixels[4 * i + 2] = (byte) (alpha == 0 ? 0 : 51);
            pixels[4 * i + 3] = (byte) alpha;
        }

        try (NativeMemory memory = library.memory()) {
            NativePixels from = new NativePixels(memory.copy(pixels), SIDE, SIDE, 4);

            assertThat(codec.join(memory, codec.split(memory, from))).isEqualTo(pixels);
        }
    }

    @Test
    void join_anySamples_areTheSameWhenMultipliedAgain() {
        byte[] noise = new byte[SIDE * SIDE];
        Random random = new Random(4);
        try (NativeMemory memory = library.memory()) {
            AlphaPlanes planes = AlphaPlanes.allocate(memory, SIDE, SIDE);
            for (NativePlane plane : planes.planes()) {
                random.nextBytes(noise);
                fill(plane, noise);
            }
            byte[] joined = codec.join(memory, planes);

            AlphaPlanes again = codec.split(memory, new NativePixels(memory.copy(joined), SIDE, SIDE, 4));

            byte[] alpha = samples(planes.planes().getLast());
            assertThat(samples(again.planes().getLast())).isEqualTo(alpha);
            for (int band = 0; band < 3; band++) {
                byte[] expected = samples(planes.planes().get(band));
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = (byte) Math.min(expected[i] & 0xFF, alpha[i] & 0xFF);
                }
                assertThat(samples(again.planes().get(band))).isEqualTo(expected);
            }
        }
    }

    private static void fill(NativePlane plane, byte[] samples) {
        for (int y = 0; y < SIDE; y++) {
            byte[] row = new byte[SIDE];
            System.arraycopy(samples, y * SIDE, row, 0, SIDE);
            NativeMemory.put(row, plane.address() + y * plane.stride());
        }
    }

    private static byte[] samples(NativePlane plane) {
        byte[] samples = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            byte[] row = NativeMemory.bytes(plane.address() + y * plane.stride(), SIDE);
            System.arraycopy(row, 0, samples, y * SIDE, SIDE);
        }
        return samples;
    }
}
