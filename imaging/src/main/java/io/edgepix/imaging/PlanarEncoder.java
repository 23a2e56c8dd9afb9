package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.foreign.JpegCodec;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.foreign.WebpCodec;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Makes derivatives of what was decoded to planes. */
final class PlanarEncoder {
    private static final int HALF = 2;

    private final NativeLibrary library;
    private final JpegCodec jpeg;
    private final WebpCodec webp;
    private final PlaneShrink planes;
    private final Map<Format, Encoder> encoders;

    PlanarEncoder(NativeLibrary library, JpegCodec jpeg, WebpCodec webp) {
        this.library = library;
        this.jpeg = jpeg;
        this.webp = webp;
        this.planes = new PlaneShrink(library);
        this.encoders = Encoder.ALL;
    }

    byte[] encode(PlanarOriginal original, RenderRequest request) throws IOException {
        Frame frame = Frame.of(original.header(), request);
        try (NativeMemory memory = library.memory()) {
            if (original.isSrgb() && request.format() == Format.WEBP) {
                return webp.encode(memory, upright(memory, original, frame, Levels.NARROW, HALF), request.quality());
            }
            if (original.isSrgb() && request.format() == Format.JPEG) {
                int share = original.planes().isGrey() ? 0 : HALF;
                return jpeg.encode(memory, upright(memory, original, frame, Levels.FULL, share), request.quality());
            }
            Picture picture = picture(memory, original, frame);
            return Objects.requireNonNull(encoders.get(request.format())).encode(picture, request.quality());
        }
    }

    private Planes upright(NativeMemory memory, PlanarOriginal original, Frame frame, Levels levels, int share) {
        Planes shrunk = planes.shrink(memory, original, frame, levels, share);
        return planes.turn(memory, shrunk, original.header().orientation());
    }

    /** In sRGB. */
    private Picture picture(NativeMemory memory, PlanarOriginal original, Frame frame) {
        Planes upright = upright(memory, original, frame, Levels.FULL, 1);
        Picture picture = new Picture(upright.width(), upright.height(), false, jpeg.rgb(memory, upright));
        if (!original.isSrgb()) {
            convert(picture, original.colour());
        }
        return picture;
    }

    private static void convert(Picture picture, Colour colour) {
        SrgbRow converter = new SrgbRow(picture, 3, colour);
        float[] row = new float[picture.width() * 3];
        for (int y = 0; y < picture.height(); y++) {
            int start = y * row.length;
            for (int i = 0; i < row.length; i++) {
                row[i] = picture.samples()[start + i] & 0xFF;
            }
            converter.write(y, row);
        }
    }
}
