package io.edgepix.imaging.webp;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.bytes.Chunks.Chunk;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open WebP, decoded by libwebp. Decoding an animation returns its first frame, at its place on the canvas. */
public final class WebpOriginal implements Original {
    private static final long NANOS_A_PIXEL = 38;

    private final int length;
    private final WebpFile file;
    private final Header header;
    private final @Nullable WebpPartReader part;

    private WebpOriginal(int length, WebpFile file, Header header, @Nullable WebpPartReader part) {
        this.length = length;
        this.file = file;
        this.header = header;
        this.part = part;
    }

    /**
     * Reads the chunks.
     *
     * @param part the reader that decodes all that can be read; null if the whole picture is needed
     */
    static WebpOriginal open(byte[] bytes, @Nullable WebpPartReader part) throws IOException {
        WebpFile file = WebpFile.read(bytes);
        return new WebpOriginal(bytes.length, file, header(file), part);
    }

    private static Header header(WebpFile file) throws IOException {
        Chunk extended = file.chunks().first("VP8X");
        byte[] exif = file.chunks().body("EXIF");
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
    public Header header() {
        return header;
    }

    /** Returns the length of the original file in bytes. */
    public int length() {
        return length;
    }

    /** Returns the chunks of the file. */
    public WebpFile file() {
        return file;
    }

    @Override
    public long nanos() {
        return NANOS_A_PIXEL * header.width() * header.height();
    }

    @Override
    public Optional<Animation> animation() {
        return WebpAnimation.of(file, header).filter(Animation::isAnimated);
    }

    /** Whether the picture is still, lossy and without alpha. */
    public boolean isPlain() {
        return file.chunks().first("VP8 ") != null && file.chunks().first("ALPH") == null && !hasFrames();
    }

    private boolean hasFrames() {
        return file.chunks().first("ANMF") != null;
    }

    /** Returns the conversion of its samples to sRGB. */
    public Colour colour() {
        byte[] profile = file.chunks().body("ICCP");
        return profile == null ? Colour.SRGB : IccColour.of(profile, 3);
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        Chunk animated = file.chunks().first("ANMF");
        if (animated == null) {
            return part == null ? still(file.bytes()) : part.decode(file, header);
        }
        WebpFrame frame = WebpFrame.of(file.bytes(), animated, header);
        Samples samples = still(frame.still());
        Rows rows = CanvasRows.of(samples.rows(), header.width(), header.height(), frame.left(), frame.top());
        return new Samples(rows, samples.colour());
    }

    private Samples still(byte[] webp) throws IOException {
        byte[] profile = file.chunks().body("ICCP");
        return Readers.use(
                new WebPImageReaderSpi().createReaderInstance(null),
                webp,
                reader -> ImageRows.of(reader.read(0), profile));
    }
}
