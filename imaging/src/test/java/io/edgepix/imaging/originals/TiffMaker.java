package io.edgepix.imaging.originals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFFs and BigTIFFs with one strip for each page or plane, and with any tags. */
public final class TiffMaker {
    public static final int BITS = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    public static final int STRIP_LENGTH = 279;
    public static final int PREDICTOR = 317;
    public static final int COLOURS = 320;
    public static final int ORIENTATION = 274;
    public static final int SAMPLES = 277;
    public static final int EXTRA_SAMPLES = 338;
    public static final int SAMPLE_FORMAT = 339;

    private static final int OFFSET = 273;
    private static final int PLANES = 284;
    private static final int PROFILE = 34675;

    /** A picture: its tags, and its bytes as they are stored. */
    public static final class Page {
        private final Map<Integer, int[]> tags;
        private final byte[] data;
        private final byte[] profile;

        private Page(Map<Integer, int[]> tags, byte[] data, byte[] profile) {
            this.tags = tags;
            this.data = data;
            this.profile = profile;
        }

        /** Returns a page with samples of 8 bits. It is RGB unless other tags are added. */
        public static Page of(int width, int height, int samples, PngMaker.Samples pixels) {
            ByteBuffer data = ByteBuffer.allocate(width * height * samples);
            for (int i = 0; i < width * height; i++) {
                for (int sample : pixels.at(i % width, i / width)) {
                    data.put((byte) sample);
                }
            }
            return of(width, height, samples, 8, data.array());
        }

        public static Page of(int width, int height, int samples, int bits, byte[] data) {
            return new Page(new TreeMap<>(), data, new byte[0])
                    .with(256, width)
                    .with(257, height)
                    .with(BITS, bits)
                    .with(COMPRESSION, 1)
                    .with(PHOTOMETRIC, 2)
                    .with(OFFSET, 0)
                    .with(SAMPLES, samples)
                    .with(278, height)
                    .with(STRIP_LENGTH, 0);
        }

        public Page with(int tag, int... values) {
            Map<Integer, int[]> more = new TreeMap<>(tags);
            more.put(tag, values);
            return new Page(more, data, profile);
        }

        private int first(int tag, int otherwise) {
            return tags.containsKey(tag) ? tags.get(tag)[0] : otherwise;
        }

        /** Returns the page with a separate strip for each of a pixel's samples. */
        public Page inPlanes() {
            return with(PLANES, 2);
        }

        private static int type(int tag) {
            return tag == PROFILE ? 7 : tag == OFFSET || tag == STRIP_LENGTH ? 4 : 3;
        }

        private int strips() {
            return first(PLANES, 1) == 2 ? first(SAMPLES, 1) : 1;
        }

        private int count(int tag) {
            return switch (tag) {
                case PROFILE -> profile.length;
                case OFFSET, STRIP_LENGTH -> strips();
                case BITS, SAMPLE_FORMAT -> first(SAMPLES, 1);
                default -> tags.getOrDefault(tag, new int[1]).length;
            };
        }

        private void write(int tag, ByteBuffer values, int start) {
            int strip = data.length / strips();
            for (int i = 0; i < count(tag) && tag != PROFILE; i++) {
                switch (tag) {
                    case OFFSET -> values.putInt(start + i * strip);
                    case STRIP_LENGTH -> values.putInt(first(tag, 0) > 0 ? first(tag, 0) : strip);
                    default -> values.putShort((short) value(tag, i));
                }
            }
            if (tag == PROFILE) {
                values.put(profile);
            }
        }

        private int value(int tag, int i) {
            int[] values = tags.getOrDefault(tag, new int[1]);
            return values[Math.min(i, values.length - 1)];
        }

        public byte[] data() {
            return data;
        }

        /** Returns a page with the same tags and the given bytes. */
        public Page around(byte[] bytes) {
            return new Page(tags, bytes, profile);
        }

        public Page withProfile(byte[] bytes) {
            Map<Integer, int[]> more = new TreeMap<>(tags);
            more.put(PROFILE, new int[] {bytes.length});
            return new Page(more, data, bytes);
        }
    }

    /** The byte order of numbers, and whether they are wide, as in BigTIFF. */
    private record Layout(ByteOrder order, boolean big) {
        int directory(int entries) {
            return big ? 8 + entries * 20 + 8 : 2 + entries * 12 + 4;
        }

        /** Returns the length of a tag's values if they are stored outside its entry; 0 if they fit into it. */
        int beside(Page page, int tag) {
            int length = page.count(tag) * (Page.type(tag) == 7 ? 1 : Page.type(tag) == 4 ? 4 : 2);
            return length > (big ? 8 : 4) ? length : 0;
        }

        void count(ByteBuffer bytes, int entries) {
            if (big) {
                bytes.putLong(entries);
            } else {
                bytes.putShort((short) entries);
            }
        }

        void number(ByteBuffer bytes, int number) {
            if (big) {
                bytes.putLong(number);
            } else {
                bytes.putInt(number);
            }
        }
    }

    private TiffMaker() {}

    public static byte[] tiff(ByteOrder order, Page... pages) {
        byte[] magic = FileEdits.ascii(order == ByteOrder.BIG_ENDIAN ? "MM\0*" : "II*\0");
        byte[] header = ByteBuffer.allocate(8).order(order).put(magic).putInt(8).array();
        return file(header, new Layout(order, false), pages);
    }

    public static byte[] bigTiff(ByteOrder order, Page... pages) {
        byte[] magic = FileEdits.ascii(order == ByteOrder.BIG_ENDIAN ? "MM\0+" : "II+\0");
        ByteBuffer header = ByteBuffer.allocate(16).order(order).put(magic);
        header.putShort((short) 8).putShort((short) 0).putLong(16);
        return file(header.array(), new Layout(order, true), pages);
    }

    private static byte[] file(byte[] header, Layout layout, Page... pages) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(header);
        int at = header.length;
        for (int i = 0; i < pages.length; i++) {
            byte[] page = page(pages[i], layout, at, i + 1 < pages.length);
            parts.add(page);
            at += page.length;
        }
        return FileEdits.join(parts.toArray(new byte[0][]));
    }

    private static byte[] page(Page page, Layout layout, int start, boolean more) {
        int lists = start + layout.directory(page.tags.size());
        int data = lists
                + page.tags.keySet().stream()
                        .mapToInt(tag -> layout.beside(page, tag))
                        .sum();
        int length = data - start + page.data.length;
        ByteBuffer bytes = ByteBuffer.allocate(length + (length & 1)).order(layout.order);
        layout.count(bytes, page.tags.size());
        ByteBuffer beside = ByteBuffer.allocate(data - lists).order(layout.order);
        for (int tag : page.tags.keySet()) {
            int room = layout.beside(page, tag);
            ByteBuffer values = ByteBuffer.allocate(Math.max(8, room)).order(layout.order);
            page.write(tag, values, data);
            bytes.putShort((short) tag).putShort((short) Page.type(tag));
            layout.number(bytes, page.count(tag));
            if (room > 0) {
                layout.number(bytes, lists + beside.position());
                beside.put(values.array(), 0, room);
            } else {
                bytes.put(values.array(), 0, layout.big ? 8 : 4);
            }
        }
        layout.number(bytes, more ? start + bytes.capacity() : 0);
        return bytes.put(beside.array()).put(page.data).array();
    }
}
