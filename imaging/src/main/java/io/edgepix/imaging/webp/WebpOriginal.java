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

/** An open WebP, decoded with libwebp. Decoding an animation returns its first frame, at its position on the canvas. */
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
     * @param part the reader for pictures that are cut short; null if the whole picture is needed
     */
    static WebpOriginal open(byte[] bytes, @Nullable WebpPartReader part) throws IOException {
        WebpFile file = WebpFile.read(bytes);
        return new WebpOriginal(bytes.length, file, header(file), part);
    }

    private static Header header(WebpFile file) throws IOException {
        Optional<byte[]> exif = file.chunks().body("EXIF");
        Orientation orientation = Exif.orientation(exif.map(WebpFrame::tiff).orElse(null));
        Optional<Chunk> extended = file.chunks().first("VP8X").filter(chunk -> chunk.length() >= 10);
        if (extended.isPresent()) {
            int width = Bytes.little24(file.bytes(), extended.get().body() + 4) + 1;
            int height = Bytes.little24(file.bytes(), extended.get().body() + 7) + 1;
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

    /** Tells whether the picture is still, lossy and without alpha. */
    public boolean isPlain() {
        return file.chunks().has("VP8 ") && !file.chunks().has("ALPH") && !hasFrames();
    }

    private boolean hasFrames() {
        return file.chunks().has("ANMF");
    }

    /** Returns the conversion of its samples to sRGB. */
    public Colour colour() {
        return file.chunks()
                .body("ICCP")
                .map(profile -> IccColour.of(profile, 3))
                .orElse(Colour.SRGB);
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        Optional<Chunk> animated = file.chunks().first("ANMF");
        if (animated.isEmpty()) {
            return part == null ? still(file.bytes()) : part.decode(file, header);
        }
        WebpFrame frame = WebpFrame.of(file.bytes(), animated.get(), header);
        Samples samples = still(frame.still());
        Rows rows = CanvasRows.of(samples.rows(), header.width(), header.height(), frame.left(), frame.top());
        return new Samples(rows, samples.colour());
    }

    /**
     * Decodes a still WebP. libwebp reports damaged alpha as a lack of memory, and its reader then throws an error
     * without a message.
     */
    private Samples still(byte[] webp) throws IOException {
        Optional<byte[]> profile = file.chunks().body("ICCP");
        try {
            return Readers.use(
                    new WebPImageReaderSpi().createReaderInstance(null),
                    webp,
                    reader -> ImageRows.of(reader.read(0), profile.orElse(null)));
        } catch (OutOfMemoryError e) {
            if (e.getMessage() == null) {
                throw new IOException("Expected whole alpha data");
            }
            throw e;
        }
    }
}
