package io.edgepix.imaging.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.foreign.PngCodec.Decoded;
import io.edgepix.imaging.foreign.PngCodec.Rows;
import io.edgepix.imaging.originals.FilteredRows;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our PNG decoder with Java's inflater and plain arithmetic. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PngCodecTest {
    private static final int HISTORY = 1 << 15;

    private final NativeLibrary library = NativeLibrary.find().orElseThrow();
    private final PngCodec codec = new PngCodec(library);
    private final Random random = new Random(20);

    /** Returns samples in which runs, copies from far above and noise take turns. */
    private byte[] samples(int size, int noise) {
        byte[] samples = new byte[size];
        for (int i = 0; i < size; ) {
            int end = Math.min(size, i + 1 + random.nextInt(700));
            int kind = random.nextInt(4);
            int back = kind == 0 ? 1 + random.nextInt(20) : HISTORY - random.nextInt(3);
            for (; i < end; i++) {
                boolean copied = kind < 2 && back <= i;
                samples[i] = (byte) (copied ? samples[i - back] : random.nextInt(noise));
            }
        }
        return samples;
    }

    /** Returns the bands of an opaque picture in one array, band after band; empty if it is damaged. */
    private Optional<byte[]> colours(byte[] zlib, int width, int height, int bands) {
        try (NativeMemory memory = library.memory()) {
            return codec.colours(memory, rows(memory, zlib, width, height, bands), 0)
                    .map(decoded -> bytes(decoded.planes().planes()));
        }
    }

    private static Rows rows(NativeMemory memory, byte[] zlib, int width, int height, int bands) {
        long data = memory.copy(List.of(ByteBuffer.wrap(zlib)), PngCodec.READ_AHEAD);
        byte[] table = new byte[4 * 256];
        Arrays.setAll(new int[256], i -> {
            Arrays.fill(table, 4 * i, 4 * i + 3, (byte) i);
            table[4 * i + 3] = -1;
            return i;
        });
        boolean alpha = bands == 2 || bands == 4;
        return new Rows(data, zlib.length, width, height, bands, 8, bands == 1 ? memory.copy(table) : 0, alpha);
    }

    private static byte[] bytes(List<NativePlane> planes) {
        NativePlane any = planes.getFirst();
        ByteBuffer bytes = ByteBuffer.allocate(planes.size() * any.width() * any.height());
        for (NativePlane plane : planes) {
            for (int y = 0; y < plane.height(); y++) {
                bytes.put(NativeMemory.bytes(plane.address() + y * plane.stride(), plane.width()));
            }
        }
        return bytes.array();
    }

    /** Returns what {@link #colours} must return for samples. */
    private static byte[] expected(byte[] samples, int bands) {
        int pixels = samples.length / bands;
        byte[] expected = new byte[4 * pixels];
        for (int i = 0; i < pixels; i++) {
            int alpha = bands % 2 == 0 ? samples[(i + 1) * bands - 1] & 0xFF : 255;
            for (int band = 0; band < 3; band++) {
                int sample = samples[i * bands + (bands < 3 ? 0 : band)] & 0xFF;
                expected[band * pixels + i] = (byte) Math.round(sample * alpha / 255.0);
            }
            expected[3 * pixels + i] = (byte) alpha;
        }
        return expected;
    }

    @ParameterizedTest
    @CsvSource({
        // width, height, bands
        "1, 9, 1",
        "1, 300, 2",
        "1, 1, 3",
        "2, 700, 3",
        "301, 40, 1",
        "97, 31, 2",
        "640, 90, 3",
        "333, 77, 4",
        "16000, 11, 3",
        "16385, 6, 4",
        "70000, 2, 3",
    })
    void colours_ofEachFilterAndBlock_areTheSamples(int width, int height, int bands) {
        int size = width * bands;
        for (int noise : new int[] {256, 3}) {
            byte[] samples = samples(size * height, noise);
            byte[] expected = expected(samples, bands);
            for (int filter = 0; filter < 5; filter++) {
                byte[] rows = FilteredRows.filter(samples, size, bands, filter);
                for (int level : new int[] {0, 1, 9}) {
                    int strategy = level == 1 ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY;
                    int part = (filter + level) % 2 == 0 ? rows.length : Math.max(50, rows.length / 99);
                    byte[] zlib = FilteredRows.deflate(rows, level, strategy, part);

                    byte[] colours = colours(zlib, width, height, bands).orElse(new byte[0]);
                    assertThat(Arrays.mismatch(colours, expected))
                            .as("filter %d, level %d, blocks of %d", filter, level, part)
                            .isEqualTo(-1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void luma_halved_isThatOfTheHalvedPlanes(int halvings) {
        for (int[] sides : new int[][] {{101, 67}, {64, 32}, {1, 5}, {33, 1}, {700, 130}}) {
            byte[] samples = samples(3 * sides[0] * sides[1], 256);
            byte[] zlib = FilteredRows.deflate(FilteredRows.filter(samples, 3 * sides[0], 3, 4), 6, 0, 1 << 20);
            try (NativeMemory memory = library.memory()) {
                Rows rows = rows(memory, zlib, sides[0], sides[1], 3);
                Planes planes =
                        codec.luma(memory, rows, halvings, 0).orElseThrow().planes();
                Planes whole = new JpegCodec(library).planes(memory, memory.copy(samples), 3, sides[0], sides[1], 2);

                assertThat(bytes(List.of(planes.lumaPlane())))
                        .isEqualTo(bytes(List.of(halved(memory, whole.lumaPlane(), halvings))));
                assertNear(planes.cbPlane(), halved(memory, whole.cbPlane(), halvings - 1));
                assertNear(planes.crPlane(), halved(memory, whole.crPlane(), halvings - 1));
            }
        }
    }

    private NativePlane halved(NativeMemory memory, NativePlane plane, int times) {
        NativePlane halved = plane;
        for (int i = 0; i < times; i++) {
            halved = new PlaneFilter(library).halve(memory, halved, true, true);
        }
        return halved;
    }

    /** Chroma may differ by a level, because libjpeg-turbo rounds before it averages. */
    private static void assertNear(NativePlane plane, NativePlane other) {
        byte[] one = bytes(List.of(plane));
        byte[] two = bytes(List.of(other));
        assertThat(one).hasSameSizeAs(two);
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i] & 0xFF).isBetween((two[i] & 0xFF) - 1, (two[i] & 0xFF) + 1);
        }
    }

    @Test
    void luma_ofAPictureWithRuns_endsAfterTheProbe() {
        byte[] zlib = FilteredRows.deflate(new byte[100 * 301], 6, 0, 1 << 20);
        byte[] noise = FilteredRows.deflate(FilteredRows.filter(samples(30_000, 256), 300, 3, 0), 6, 0, 1 << 20);
        try (NativeMemory memory = library.memory()) {
            Rows plain = rows(memory, zlib, 100, 100, 3);
            Rows noisy = rows(memory, noise, 100, 100, 3);

            Decoded<Planes> probed = codec.luma(memory, plain, 0, 12).orElseThrow();
            assertThat(probed.rows()).isEqualTo(12);
            assertThat(probed.repeats()).isEqualTo(1199);
            assertThat(codec.luma(memory, noisy, 0, 12).orElseThrow().rows()).isEqualTo(100);
            assertThat(codec.luma(memory, plain, 0, 0).orElseThrow().repeats()).isEqualTo(9999);
        }
    }

    @Test
    void colours_ofDamagedData_areThoseOfJavasInflaterOrNone() {
        int decoded = 0;
        for (int round = 0; round < 60; round++) {
            byte[] rows = FilteredRows.filter(samples(60 * 40, round % 2 == 0 ? 256 : 4), 60, 3, round % 5);
            byte[] zlib = FilteredRows.deflate(rows, round % 3 * 4, 0, round % 4 == 0 ? 100 : 1 << 20);
            for (int i = 0; i < 100; i++) {
                byte[] damaged = damaged(zlib);
                Optional<byte[]> colours = colours(damaged, 20, 40, 3);
                if (colours.isPresent()) {
                    decoded++;
                    byte[] again = FilteredRows.deflate(inflated(damaged, 40 * 61), 0, 0, 9999);
                    assertThat(Arrays.equals(
                                    colours.get(), colours(again, 20, 40, 3).orElseThrow()))
                            .isTrue();
                }
            }
        }
        assertThat(decoded).isBetween(1000, 5000);
    }

    private byte[] damaged(byte[] zlib) {
        byte[] damaged = random.nextInt(5) == 0 ? Arrays.copyOf(zlib, 1 + random.nextInt(zlib.length)) : zlib.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged[random.nextInt(random.nextInt(4) == 0 ? Math.min(90, damaged.length) : damaged.length)] ^=
                    (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    /** Returns the first bytes. The header of zlib is skipped, because it may state a window that is too small. */
    private static byte[] inflated(byte[] zlib, int size) {
        byte[] bytes = new byte[size];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(zlib, 2, zlib.length - 2);
            try {
                inflater.inflate(bytes);
            } catch (DataFormatException e) {
                // There is damage after these bytes, or the next assertion fails.
            }
            assertThat(inflater.getBytesWritten()).isEqualTo(size);
            return bytes;
        }
    }
}
