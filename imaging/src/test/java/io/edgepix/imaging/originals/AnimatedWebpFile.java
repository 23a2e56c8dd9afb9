package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.originals.DecodedAnimation.Canvas;
import io.edgepix.imaging.originals.DecodedAnimation.Canvas.Disposal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Reads and writes animated WebPs chunk by chunk, with their frames as still pictures. */
public final class AnimatedWebpFile {
    private final int width;
    private final int height;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    public AnimatedWebpFile(int width, int height, int plays) {
        this.width = width;
        this.height = height;
        byte[] control = {-1, -1, -1, -1, (byte) plays, (byte) (plays >> 8)};
        chunks.writeBytes(FileEdits.riffChunk("ANIM", control));
    }

    /** Adds a frame that is a still WebP. Its left and top must be even. */
    public AnimatedWebpFile frame(BufferedImage image, int left, int top, int millis, boolean blended, boolean cleared)
            throws IOException {
        byte[] still = Originals.webp(image);
        byte[] place = FileEdits.join(
                FileEdits.little24(left / 2),
                FileEdits.little24(top / 2),
                FileEdits.little24(image.getWidth() - 1),
                FileEdits.little24(image.getHeight() - 1),
                FileEdits.little24(millis),
                new byte[] {(byte) ((blended ? 0 : 2) | (cleared ? 1 : 0))});
        byte[] data = Arrays.copyOfRange(still, Bytes.has(still, 12, "VP8X") ? 30 : 12, still.length);
        chunks.writeBytes(FileEdits.riffChunk("ANMF", FileEdits.join(place, data)));
        return this;
    }

    /** Adds a chunk after the frames. */
    public AnimatedWebpFile chunk(String type, byte[] body) {
        chunks.writeBytes(FileEdits.riffChunk(type, body));
        return this;
    }

    public byte[] end() {
        return FileEdits.riff(FileEdits.join(FileEdits.extended(0x1A, width, height), chunks.toByteArray()));
    }

    static DecodedAnimation read(byte[] webp) throws IOException {
        Canvas canvas = new Canvas(Bytes.little24(webp, 24) + 1, Bytes.little24(webp, 27) + 1);
        int plays = -1;
        for (int at = 12; at < webp.length; ) {
            int length = Bytes.little(webp).getInt(at + 4);
            int body = at + 8;
            if (Bytes.has(webp, at, "ANIM")) {
                plays = Bytes.little16(webp, body + 4);
            } else if (Bytes.has(webp, at, "ANMF")) {
                draw(canvas, webp, body, length);
            }
            at = body + length + (length & 1);
        }
        return canvas.animation(plays);
    }

    private static void draw(Canvas canvas, byte[] webp, int at, int length) throws IOException {
        int columns = Bytes.little24(webp, at + 6) + 1;
        int rows = Bytes.little24(webp, at + 9) + 1;
        byte[] data = Arrays.copyOfRange(webp, at + 16, at + length);
        byte[] still = FileEdits.riff(FileEdits.join(FileEdits.extended(0x10, columns, rows), data));
        BufferedImage patch = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(still)));
        int flags = webp[at + 15];
        canvas.draw(
                patch,
                Bytes.little24(webp, at) * 2,
                Bytes.little24(webp, at + 3) * 2,
                (flags & 2) == 0,
                Bytes.little24(webp, at + 12),
                (flags & 1) == 0 ? Disposal.STAYS : Disposal.CLEARED);
    }
}
