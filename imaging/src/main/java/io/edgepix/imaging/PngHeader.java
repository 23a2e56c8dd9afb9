package io.edgepix.imaging;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A PNG's IHDR. */
record PngHeader(int width, int height, int depth, int colourType) {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    static PngHeader read(byte[] png) throws IOException {
        if (png.length < 33 || !Bytes.has(png, 12, "IHDR")) {
            throw new IOException("Expected IHDR at offset 12 of " + png.length);
        }
        return new PngHeader(Bytes.big32(png, 16), Bytes.big32(png, 20), png[24], png[25]);
    }

    boolean isGrey() {
        return colourType == GREY;
    }

    boolean hasPalette() {
        return colourType == PALETTE;
    }

    /** The colour that tRNS makes transparent, on the scale of {@link Rows}, or null. */
    float @Nullable [] key(byte @Nullable [] transparency, int colours) {
        int samples = colourType == GREY ? 1 : colourType == RGB ? 3 : 0;
        if (transparency == null || samples == 0 || transparency.length < samples * 2) {
            return null;
        }
        int most = (1 << depth) - 1;
        int step = Math.max(1, 255 / most);
        float[] key = new float[colours];
        for (int band = 0; band < colours; band++) {
            int sample = Bytes.big16(transparency, Math.min(band, samples - 1) * 2) & most;
            key[band] = depth == 16 ? sample / 257f : sample * step;
        }
        return key;
    }
}
