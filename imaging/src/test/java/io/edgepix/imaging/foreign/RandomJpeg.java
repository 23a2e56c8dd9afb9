package io.edgepix.imaging.foreign;

import io.edgepix.imaging.originals.FileEdits;
import io.edgepix.imaging.originals.TurboJpeg;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A small JPEG of random dimensions, with the dimensions that its header states. */
@SuppressWarnings("ArrayRecordComponent") // bytes are never compared
record RandomJpeg(byte[] bytes, int width, int height) {
    /** The codes of 4:4:4, 4:2:2, 4:2:0, 4:4:0, 4:1:1 and 4:4:1 in TurboJPEG. */
    static final List<Integer> SAMPLINGS = List.of(0, 1, 2, 4, 5, 6);

    /** Returns a JPEG with parameters of TurboJPEG, which contains shades, noise and edges. */
    static RandomJpeg of(Random random, int format, Map<Integer, Integer> parameters) {
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
        return new RandomJpeg(TurboJpeg.encode(samples, width, height, format, 8, parameters), width, height);
    }

    RandomJpeg with(byte[] changed) {
        return new RandomJpeg(changed, width, height);
    }

    /** Changes, removes or inserts bytes, mostly after the first scan header. */
    RandomJpeg damaged(Random random) {
        return with(damaged(bytes, random));
    }

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

    /** Returns the rows of all planes. */
    static List<ByteBuffer> rows(Planes planes) {
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
