package io.edgepix.imaging.originals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** Packs samples of any number of bits, as a TIFF stores them. */
public final class TiffPacker {
    /** The samples of a picture as they are stored, by pixel. */
    public interface StoredSamples {
        long[] at(int x, int y);
    }

    private final int width;
    private final int height;
    private final int bits;
    private final ByteOrder order;

    public TiffPacker(int width, int height, int bits, ByteOrder order) {
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.order = order;
    }

    /** Returns a page of the given samples, which are 0 to 255. */
    public TiffMaker.Page page(PngMaker.Samples samples) {
        return page(samples, false);
    }

    public TiffMaker.Page planes(PngMaker.Samples samples) {
        return page(samples, true).inPlanes();
    }

    private TiffMaker.Page page(PngMaker.Samples samples, boolean separate) {
        return stored(
                (x, y) -> {
                    int[] bytes = samples.at(x, y);
                    long[] stored = new long[bytes.length];
                    for (int i = 0; i < stored.length; i++) {
                        stored[i] = bits == 64
                                ? bytes[i] * 0x0101010101010101L
                                : Math.round(bytes[i] * (double) ((1L << bits) - 1) / 255);
                    }
                    return stored;
                },
                separate);
    }

    public TiffMaker.Page stored(StoredSamples samples, boolean separate) {
        int count = samples.at(0, 0).length;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int plane = 0; plane < (separate ? count : 1); plane++) {
            for (int y = 0; y < height; y++) {
                BitWriter row = new BitWriter(data);
                for (int x = 0; x < width; x++) {
                    for (int i = separate ? plane : 0; i < (separate ? plane + 1 : count); i++) {
                        write(row, samples.at(x, y)[i]);
                    }
                }
                row.flush();
            }
        }
        return TiffMaker.Page.of(width, height, count, bits, data.toByteArray());
    }

    private void write(BitWriter row, long sample) {
        if (bits % 8 == 0 && order == ByteOrder.LITTLE_ENDIAN) {
            for (int shift = 0; shift < bits; shift += 8) {
                row.write((int) (sample >> shift) & 0xFF, 8);
            }
            return;
        }
        row.write((int) (sample >>> 32), Math.max(0, bits - 32));
        row.write((int) sample, Math.min(32, bits));
    }
}
