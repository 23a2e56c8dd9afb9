package io.edgepix.quality.mutants;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;

/** WebPs of one colour. Lossless ones use no bits for a pixel, so that any size needs about fifty bytes. */
final class CostlyWebps {
    private static final int PIXELS = 49_000_000;
    private static final int MOST_SIDE = 16_383;
    private static final int SELECT = 11;

    private CostlyWebps() {}

    static List<CostlyPicture> all() {
        List<CostlyPicture> all = new ArrayList<>();
        for (boolean transforms : new boolean[] {false, true}) {
            String name = transforms ? "-transforms.webp" : ".webp";
            all.add(CostlyPicture.of("lossless-7000x7000" + name, () -> still(lossless(7_000, 7_000, transforms))));
            all.add(CostlyPicture.of(
                    "lossless-16383x2990" + name, () -> still(lossless(MOST_SIDE, PIXELS / MOST_SIDE, transforms))));
        }
        all.add(CostlyPicture.of("lossy-7000x7000.webp", () -> lossy(7_000, 7_000)));
        animation(all, 300, 404, 404, 404, 404);
        animation(all, 2, 4_900, 4_900, 4_900, 4_900);
        animation(all, 10_000, 7_000, 7_000, 1, 1);
        animation(all, 300, MOST_SIDE, 9, MOST_SIDE, 9);
        return all;
    }

    private static void animation(
            List<CostlyPicture> all, int frames, int width, int height, int frameWidth, int frameHeight) {
        String name = frames + "-frames-" + frameWidth + "x" + frameHeight + "-on-" + width + "x" + height + ".webp";
        all.add(CostlyPicture.of(name, () -> animated(frames, width, height, frameWidth, frameHeight)));
    }

    private static byte[] animated(int frames, int width, int height, int frameWidth, int frameHeight) {
        byte[] data = chunk("VP8L", lossless(frameWidth, frameHeight, true));
        byte[] frame = ByteBuffer.allocate(16 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .put(new byte[] {0, 0})
                .put(little24(frameWidth - 1))
                .put(little24(frameHeight - 1))
                .put(little24(20))
                .put((byte) 0)
                .put(data)
                .array();
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        byte[] canvas = CostlyPngs.join(new byte[] {0x12, 0, 0, 0}, little24(width - 1), little24(height - 1));
        chunks.writeBytes(chunk("VP8X", canvas));
        chunks.writeBytes(chunk("ANIM", new byte[6]));
        for (int i = 0; i < frames; i++) {
            chunks.writeBytes(chunk("ANMF", frame));
        }
        return riff(chunks.toByteArray());
    }

    private static byte[] still(byte[] lossless) {
        return riff(chunk("VP8L", lossless));
    }

    /**
     * Writes lossless data as in the "WebP Lossless Bitstream Specification", 3 to 6. Every code has one symbol, and so
     * zero bits.
     */
    private static byte[] lossless(int width, int height, boolean transforms) {
        Bits bits = new Bits();
        bits.write(0x2F, 8);
        bits.write(width - 1, 14);
        bits.write(height - 1, 14);
        bits.write(1, 4);
        if (transforms) {
            bits.write(1, 1);
            bits.write(0, 2);
            bits.write(0, 3);
            codes(bits, SELECT, false);
            bits.write(1, 1);
            bits.write(1, 2);
            bits.write(0, 3);
            codes(bits, 1, false);
            bits.write(1, 1);
            bits.write(2, 2);
        }
        bits.write(0, 1);
        codes(bits, 0x40, true);
        return bits.bytes();
    }

    private static void codes(Bits bits, int green, boolean main) {
        bits.write(0, main ? 2 : 1);
        for (int symbol : new int[] {green, 0, 0, 255, 0}) {
            bits.write(symbol > 1 ? 0b101 : 0b001, 3);
            bits.write(symbol, symbol > 1 ? 8 : 1);
        }
    }

    private static byte[] lossy(int width, int height) {
        ByteArrayOutputStream webp = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(webp)) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "webp", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return webp.toByteArray();
    }

    private static byte[] riff(byte[] chunks) {
        return CostlyPngs.join(
                ascii("RIFF"),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(chunks.length + 4)
                        .array(),
                ascii("WEBP"),
                chunks);
    }

    private static byte[] chunk(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] little24(int value) {
        return Arrays.copyOf(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array(),
                3);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
