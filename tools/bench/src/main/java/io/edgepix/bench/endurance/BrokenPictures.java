package io.edgepix.bench.endurance;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Originals that cannot be rendered. */
final class BrokenPictures {
    /** A JPEG that ends early. */
    static final String TRUNCATED = "truncated.jpg";

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Above 500 megapixels, which is the highest limit. */
    private static final int BOMB_SIDE = 30_000;

    private BrokenPictures() {}

    /** Returns a truncated JPEG, a text with the name of a picture, and a small file that unpacks to a huge picture. */
    static Map<String, byte[]> all() throws IOException {
        byte[] whole = GeneratedPhotograph.jpeg(-1);
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put(TRUNCATED, Arrays.copyOf(whole, whole.length / 3));
        pictures.put("text.jpg", "This is a text.".repeat(100).getBytes(StandardCharsets.UTF_8));
        pictures.put("bomb.png", bomb());
        return pictures;
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(BOMB_SIDE);
        fields.writeInt(BOMB_SIDE);
        // one bit of grey, not interlaced
        fields.write(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(samples)) {
            byte[] row = new byte[1 + BOMB_SIDE / 8];
            for (int y = 0; y < BOMB_SIDE; y++) {
                deflater.write(row);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(PNG);
        DataOutputStream chunks = new DataOutputStream(file);
        chunk(chunks, "IHDR", header.toByteArray());
        chunk(chunks, "IDAT", samples.toByteArray());
        chunk(chunks, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
