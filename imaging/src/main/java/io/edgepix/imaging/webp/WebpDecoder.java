package io.edgepix.imaging.webp;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.imageio.ImageRows;
import io.edgepix.imaging.imageio.Readers;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.sample.CanvasRows;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** WebP by libwebp; of an animation the first frame, at its place on the canvas. */
public final class WebpDecoder implements Decoder {
    private static final long NANOS_A_PIXEL = 38;

    @Override
    public String name() {
        return "WebP";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "RIFF") && Bytes.has(original, 8, "WEBP");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        WebpFile file = WebpFile.read(original);
        Chunks chunks = file.chunks();
        Chunk extended = chunks.first("VP8X");
        byte[] exif = chunks.body("EXIF");
        Orientation orientation = Exif.orientation(WebpFrame.tiff(exif));
        if (extended != null && extended.length() >= 10) {
            int width = Bytes.little24(file.bytes(), extended.body() + 4) + 1;
            int height = Bytes.little24(file.bytes(), extended.body() + 7) + 1;
            return new Header(width, height, orientation);
        }
        return Readers.use(
                new WebPImageReaderSpi().createReaderInstance(null),
                file.bytes(),
                reader -> new Header(reader.getWidth(0), reader.getHeight(0), orientation));
    }

    @Override
    public long nanos(byte[] original, Header header) {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    /** Whether it is still, coded with loss, and without alpha. */
    public static boolean isPlain(byte[] original) throws IOException {
        Chunks chunks = WebpFile.read(original).chunks();
        return chunks.first("VP8 ") != null && chunks.first("ALPH") == null && chunks.first("ANMF") == null;
    }

    public static Colour colour(byte[] original) throws IOException {
        byte[] profile = WebpFile.read(original).chunks().body("ICCP");
        return profile == null ? Colour.SRGB : IccColour.of(profile, 3);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        WebpFile file = WebpFile.read(original);
        Chunks chunks = file.chunks();
        Chunk animated = chunks.first("ANMF");
        byte[] profile = chunks.body("ICCP");
        if (animated == null) {
            return still(file.bytes(), profile);
        }
        Header canvas = header(original);
        WebpFrame frame = WebpFrame.of(file.bytes(), animated, canvas);
        Decoded decoded = still(frame.still(), profile);
        Rows rows = CanvasRows.of(decoded.rows(), canvas.width(), canvas.height(), frame.left(), frame.top());
        return new Decoded(rows, decoded.colour());
    }

    private static Decoded still(byte[] webp, byte @Nullable [] profile) throws IOException {
        return Readers.use(new WebPImageReaderSpi().createReaderInstance(null), webp, reader -> {
            return ImageRows.of(reader.read(0), profile);
        });
    }
}
