package io.edgepix.imaging.originals;

import io.edgepix.imaging.avif.MediaBoxes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Assembles AVIFs from items with data written by libheif. */
public final class AvifMaker {
    private static final byte[] SEQUENCE = {0x12, 0, 0x0A};
    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0";

    /** An item: its data and its properties. */
    public static final class Item {
        private final String type;
        private final byte[] data;
        private final List<byte[]> properties;

        private Item(String type, byte[] data, List<byte[]> properties) {
            this.type = type;
            this.data = data;
            this.properties = properties;
        }

        public Item with(byte[]... more) {
            List<byte[]> all = new ArrayList<>(properties);
            all.addAll(List.of(more));
            return new Item(type, data, all);
        }

        public Item asAlpha() {
            return with(full("auxC", FileEdits.ascii(ALPHA)));
        }

        /** Returns a grey item whose AV1 sequence header states that samples have a limited range. */
        public Item limited() {
            byte[] limited = data.clone();
            int last = 3 + data[3] - 1;
            limited[last] &= ~2; // the second-to-last bit before a byte of padding
            return new Item(type, limited, properties);
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final List<byte[]> references = new ArrayList<>();

    /**
     * Returns an item with the data and the AV1 configuration of another AVIF's item.
     *
     * @param number the index of the item in that AVIF, from 0
     */
    public static Item taken(byte[] avif, int number, int width, int height) {
        int configuration = 0;
        int data = find(avif, FileEdits.ascii("mdat"), 0);
        for (int i = 0; i <= number; i++) {
            configuration = find(avif, FileEdits.ascii("av1C"), configuration + 1);
            data = find(avif, SEQUENCE, data + 1);
        }
        byte[] whole = Arrays.copyOfRange(avif, data, endOfUnits(avif, data));
        byte[] av1C = box("av1C", Arrays.copyOfRange(avif, configuration + 4, configuration + 8));
        return new Item("av01", whole, List.of(size(width, height), av1C));
    }

    /** Returns the offset after a temporal delimiter, a sequence header and one frame, each shorter than 16 KiB. */
    private static int endOfUnits(byte[] avif, int start) {
        int at = start;
        for (int unit = 0; unit < 3; unit++) {
            int length = avif[at + 1] & 0x7F;
            boolean two = avif[at + 1] < 0;
            at += two ? 3 + length + (avif[at + 2] << 7) : 2 + length;
        }
        return at;
    }

    /** Returns a grid of tiles. */
    public static Item grid(int rows, int columns, int width, int height) {
        byte[] body = ByteBuffer.allocate(8)
                .put(new byte[] {0, 0, (byte) (rows - 1), (byte) (columns - 1)})
                .putShort((short) width)
                .putShort((short) height)
                .array();
        return new Item("grid", body, List.of(size(width, height)));
    }

    public static int find(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    public static byte[] box(String type, byte[]... bodies) {
        return MediaBoxes.box(type, FileEdits.join(bodies));
    }

    static byte[] full(String type, byte[]... bodies) {
        return box(type, FileEdits.join(new byte[4], FileEdits.join(bodies)));
    }

    static byte[] size(int width, int height) {
        return full("ispe", numbers(width, height));
    }

    public static byte[] nclx(int primaries, int curve, int matrix, boolean fullRange) {
        byte[] points = {0, (byte) primaries, 0, (byte) curve, 0, (byte) matrix, (byte) (fullRange ? 0x80 : 0)};
        return box("colr", FileEdits.ascii("nclx"), points);
    }

    public static byte[] profile(byte[] icc) {
        return box("colr", FileEdits.ascii("prof"), icc);
    }

    public static byte[] turned(int quartersToTheLeft) {
        return box("irot", new byte[] {(byte) quartersToTheLeft});
    }

    public static byte[] mirrored(int axis) {
        return box("imir", new byte[] {(byte) axis});
    }

    /**
     * Returns a clean aperture.
     *
     * @param right the distance of its centre to the right of the picture's centre
     * @param down the distance of its centre below the picture's centre
     */
    public static byte[] cropped(int width, int height, int right, int down) {
        return box("clap", numbers(width, 1, height, 1, right, 1, down, 1));
    }

    private static byte[] numbers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    /** Adds items, numbered from 1. The first item is the picture. */
    public AvifMaker items(Item... more) {
        items.addAll(List.of(more));
        return this;
    }

    public AvifMaker reference(String type, int from, int... to) {
        references.add(box(type, shorts(from, to.length), shorts(to)));
        return this;
    }

    public byte[] avif() {
        byte[] ftyp = box("ftyp", FileEdits.ascii("avif\0\0\0\0avifmif1miaf"));
        byte[] data = FileEdits.join(items.stream().map(item -> item.data).toArray(byte[][]::new));
        int offset = ftyp.length + meta(0).length + 8;
        return FileEdits.join(ftyp, meta(offset), box("mdat", data));
    }

    private byte[] meta(int firstOffset) {
        byte[] locations = FileEdits.join(shorts(0x4400, items.size()));
        byte[] entries = shorts(items.size());
        byte[] properties = new byte[0];
        byte[] associations = numbers(items.size());
        int offset = firstOffset;
        int property = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            locations = FileEdits.join(locations, shorts(i + 1, 0, 1), numbers(offset, item.data.length));
            offset += item.data.length;
            byte[] entry = FileEdits.join(shorts(i + 1, 0), FileEdits.ascii(item.type + "\0"));
            entries = FileEdits.join(entries, box("infe", new byte[] {2, 0, 0, 0}, entry));
            associations = FileEdits.join(associations, shorts(i + 1), new byte[] {(byte) item.properties.size()});
            for (byte[] each : item.properties) {
                properties = FileEdits.join(properties, each);
                associations = FileEdits.join(associations, new byte[] {(byte) (++property | essential(each))});
            }
        }
        byte[] handler = FileEdits.join(new byte[4], FileEdits.ascii("pict"), new byte[13]);
        byte[] iref = references.isEmpty() ? new byte[0] : full("iref", references.toArray(byte[][]::new));
        return full(
                "meta",
                full("hdlr", handler),
                full("pitm", shorts(1)),
                full("iloc", locations),
                full("iinf", entries),
                iref,
                box("iprp", box("ipco", properties), full("ipma", associations)));
    }

    private static int essential(byte[] property) {
        String type = new String(property, 4, 4, StandardCharsets.US_ASCII);
        return List.of("av1C", "irot", "imir", "clap").contains(type) ? 0x80 : 0;
    }
}
