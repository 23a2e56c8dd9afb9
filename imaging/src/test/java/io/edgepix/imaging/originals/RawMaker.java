package io.edgepix.imaging.originals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the directories of TIFFs, without samples. */
public final class RawMaker {
    private static final int RGB = 2;
    private static final int SENSOR = 32803;

    private final ByteBuffer tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    private final List<int[]> entries = new ArrayList<>();

    private RawMaker() {
        tiff.put(FileEdits.ascii("II*\0")).putInt(8);
    }

    public static byte[] dng() {
        RawMaker maker = new RawMaker();
        maker.entry(262, 3, RGB);
        maker.entries.add(new int[] {50706, 1, 4, 0x0401});
        return maker.written(8);
    }

    /** Returns a TIFF with sensor samples in the first directory, or in the second of two sub-directories. */
    public static byte[] sensor(String make, boolean under) {
        RawMaker maker = of(make, under ? RGB : SENSOR, 330);
        maker.directory(200, RGB);
        maker.directory(230, under ? SENSOR : RGB);
        return maker.written(8);
    }

    /** Returns a TIFF with smaller pictures in sub-directories. */
    public static byte[] plain(String make) {
        RawMaker maker = of(make, RGB, 330);
        maker.directory(200, RGB);
        maker.directory(230, RGB);
        return maker.written(8);
    }

    private static RawMaker of(String make, int photometric, int directories) {
        RawMaker maker = new RawMaker();
        byte[] text = (make + "\0").getBytes(StandardCharsets.US_ASCII);
        maker.tiff.put(300, text);
        maker.tiff.putInt(350, 200).putInt(354, 230);
        maker.entry(262, 3, photometric);
        maker.entries.add(new int[] {271, 2, text.length, text.length > 4 ? 300 : maker.tiff.getInt(300)});
        maker.entries.add(new int[] {directories, 4, 2, 350});
        return maker;
    }

    private void entry(int tag, int type, int value) {
        entries.add(new int[] {tag, type, 1, value});
    }

    private void directory(int at, int photometric) {
        tiff.putShort(at, (short) 1);
        put(at + 2, new int[] {262, 3, 1, photometric});
    }

    private byte[] written(int at) {
        tiff.putShort(at, (short) entries.size());
        for (int i = 0; i < entries.size(); i++) {
            put(at + 2 + i * 12, entries.get(i));
        }
        return tiff.array();
    }

    private void put(int at, int[] entry) {
        tiff.putShort(at, (short) entry[0]).putShort(at + 2, (short) entry[1]);
        tiff.putInt(at + 4, entry[2]).putInt(at + 8, entry[3]);
    }
}
