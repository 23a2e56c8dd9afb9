package io.edgepix.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * The first frame of a GIF, at its place on the logical screen.
 *
 * <p>A file that is cut short is broken; data that ends by its own end code is shown as far as it goes.
 */
final class GifDecoder implements PartDecoder {
    private static final long NANOS_A_PIXEL = 20;
    private static final long NANOS_AN_EMPTY_PIXEL = 10;

    @Override
    public String name() {
        return "GIF";
    }

    @Override
    public boolean recognises(byte[] original) {
        return Bytes.has(original, 0, "GIF87a") || Bytes.has(original, 0, "GIF89a");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        GifScreen screen = GifScreen.read(original);
        return new Header(screen.width(), screen.height(), Orientation.UPRIGHT);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        GifScreen screen = GifScreen.read(original);
        return NANOS_A_PIXEL * screen.frameWidth() * screen.frameHeight()
                + NANOS_AN_EMPTY_PIXEL * screen.width() * screen.height();
    }

    @Override
    public byte[] ended(byte[] original, Limits limits) {
        return GifEnd.of(original);
    }

    @Override
    public Decoded decodePart(byte[] original, Detail detail) throws IOException {
        return decode(original, detail);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException {
        GifScreen screen = GifScreen.read(original);
        Decoded frame = Readers.use(Jdk.reader("gif"), original, reader -> frame(reader, screen));
        return new Decoded(
                CanvasRows.of(frame.rows(), screen.width(), screen.height(), screen.left(), screen.top()),
                frame.colour());
    }

    private static Decoded frame(ImageReader reader, GifScreen screen) throws IOException {
        GifProgress progress = new GifProgress();
        reader.addIIOReadUpdateListener(progress);
        reader.addIIOReadWarningListener(progress);
        BufferedImage image = reader.read(0);
        Decoded decoded = ImageRows.of(image);
        return new Decoded(GifRows.of(decoded.rows(), progress.rows(), screen.interlaced()), decoded.colour());
    }
}
