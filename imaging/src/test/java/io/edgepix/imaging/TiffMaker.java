package io.edgepix.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes uncompressed TIFFs of one strip a page, with any tags. */
final class TiffMaker {
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;

    private static final int OFFSET = 273;
    private static final int PROFILE = 34675;

    /** One picture: its tags, and its bytes as they are stored. */
    static final class Page {
        private final Map<Integer, Integer> tags;
        private final byte[] data;
        private final byte[] profile;

        private Page(Map<Integer, Integer> tags, byte[] data, byte[] profile) {
            this.tags = tags;
            this.data = data;
            this.profile = profile;
        }

        /** Samples of 8 bits; RGB unless tags are added that say otherwise. */
        static Page of(int width, int height, int samples, PngMaker.Samples pixels) {
            ByteBuffer data = ByteBuffer.allocate(width * height * samples);
            for (int i = 0; i < width * height; i++) {
                for (int sample : pixels.at(i % width, i / width)) {
                    data.put((byte) sample);
                }
            }
            return of(width, height, samples, 8, data.array());
        }

        static Page of(int width, int height, int samples, int bits, byte[] data) {
            Map<Integer, Integer> tags = new TreeMap<>(Map.of(256, width, 257, height, BITS, bits, COMPRESSION, 1));
            tags.putAll(Map.of(PHOTOMETRIC, 2, OFFSET, 0, SAMPLES, samples, 278, height, 279, data.length));
            return new Page(tags, data, new byte[0]);
        }

        Page with(int tag, int value) {
            Map<Integer, Integer> more = new TreeMap<>(tags);
            more.put(tag, value);
            return new Page(more, data, profile);
        }

        Page withProfile(byte[] bytes) {
            Map<Integer, Integer> more = new TreeMap<>(tags);
            more.put(PROFILE, bytes.length);
            return new Page(more, data, bytes);
        }
    }

    private TiffMaker() {}

    static byte[] tiff(ByteOrder order, Page... pages) {
        List<byte[]> parts = new ArrayList<>();
        byte[] magic = Surgery.ascii(order == ByteOrder.BIG_ENDIAN ? "MM\0*" : "II*\0");
        parts.add(ByteBuffer.allocate(8).order(order).put(magic).putInt(8).array());
        int at = 8;
        for (int i = 0; i < pages.length; i++) {
            byte[] page = page(pages[i], order, at, i + 1 < pages.length);
            parts.add(page);
            at += page.length;
        }
        return Surgery.join(parts.toArray(new byte[0][]));
    }

    private static byte[] page(Page page, ByteOrder order, int start, boolean more) {
        int samples = Collections.max(List.of(1, page.tags.getOrDefault(SAMPLES, 1)));
        int directory = 2 + page.tags.size() * 12 + 4;
        int length = directory + 2 * samples * 2 + page.data.length + page.profile.length;
        ByteBuffer bytes = ByteBuffer.allocate(length + (length & 1)).order(order);
        bytes.putShort((short) page.tags.size());
        int lists = start + directory;
        for (Map.Entry<Integer, Integer> tag : page.tags.entrySet()) {
            boolean perSample = samples > 2 && (tag.getKey() == BITS || tag.getKey() == SAMPLE_FORMAT);
            boolean isLong = tag.getKey() == OFFSET || tag.getKey() == 279;
            boolean isProfile = tag.getKey() == PROFILE;
            bytes.putShort(tag.getKey().shortValue()).putShort((short) (isProfile ? 7 : isLong ? 4 : 3));
            bytes.putInt(isProfile ? page.profile.length : perSample ? samples : 1);
            if (isProfile) {
                bytes.putInt(lists + 4 * samples + page.data.length);
            } else if (perSample) {
                bytes.putInt(lists + (tag.getKey() == BITS ? 0 : samples * 2));
            } else if (isLong) {
                bytes.putInt(tag.getKey() == OFFSET ? lists + 4 * samples : tag.getValue());
            } else {
                bytes.putShort(tag.getValue().shortValue()).putShort((short) 0);
            }
        }
        bytes.putInt(more ? start + bytes.capacity() : 0);
        for (int tag : new int[] {BITS, SAMPLE_FORMAT}) {
            for (int i = 0; i < samples; i++) {
                bytes.putShort(page.tags.getOrDefault(tag, 1).shortValue());
            }
        }
        return bytes.put(page.data).put(page.profile).array();
    }
}
