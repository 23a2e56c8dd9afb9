package io.edgepix.imaging.originals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Writes flattened PSDs and PSBs. */
public final class PsdMaker {
    /** The header of a file. */
    public record Kind(int version, int channels, int width, int height, int depth, int mode) {}

    private PsdMaker() {}

    /** Returns a PSD of samples on a byte's scale. The last sample is transparency if there is alpha. */
    public static byte[] psd(int width, int height, int mode, int depth, boolean alpha, PngMaker.Samples samples) {
        int channels = samples.at(0, 0).length;
        int wide = depth / 8;
        byte[] layers = alpha ? layers() : new byte[4];
        ByteBuffer psd = ByteBuffer.allocate(26 + 8 + layers.length + 2 + width * height * channels * wide);
        psd.put(FileEdits.ascii("8BPS")).putShort((short) 1).put(new byte[6]);
        psd.putShort((short) channels).putInt(height).putInt(width);
        psd.putShort((short) depth).putShort((short) mode).put(new byte[8]).put(layers);
        psd.putShort((short) 0);
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < width * height; i++) {
                for (int part = 0; part < wide; part++) {
                    psd.put((byte) samples.at(i % width, i / width)[channel]);
                }
            }
        }
        return psd.array();
    }

    /** Returns a PSD with the given compression and stored data, after a section of layers. */
    public static byte[] stored(Kind kind, byte[] layers, int compression, byte[] data) {
        int wide = kind.version == 2 ? 8 : 4;
        ByteBuffer psd = ByteBuffer.allocate(26 + 8 + wide + layers.length + 2 + data.length);
        psd.put(FileEdits.ascii("8BPS")).putShort((short) kind.version).put(new byte[6]);
        psd.putShort((short) kind.channels).putInt(kind.height).putInt(kind.width);
        psd.putShort((short) kind.depth).putShort((short) kind.mode).put(new byte[8]);
        if (wide == 8) {
            psd.putInt(0);
        }
        psd.putInt(layers.length).put(layers).putShort((short) compression);
        return psd.put(data).array();
    }

    /**
     * Returns a section without layers of 8 bits, and a block that states that the flattened picture has transparency.
     */
    public static byte[] deepLayers(int version) {
        ByteBuffer layers = ByteBuffer.allocate((version == 2 ? 12 : 8) + 16);
        layers.position(version == 2 ? 12 : 8);
        layers.put(FileEdits.ascii("8BIMMt16"));
        return layers.array();
    }

    /** Returns a PSD of 8-bit indices. The reds, greens and blues of all 256 colours follow the header. */
    public static byte[] indexed(int width, int height, int[] palette, IntBinaryOperator index) {
        byte[] psd = psd(width, height, 2, 8, false, (x, y) -> new int[] {index.applyAsInt(x, y)});
        byte[] colours = new byte[768];
        for (int i = 0; i < palette.length; i++) {
            for (int band = 0; band < 3; band++) {
                colours[band * 256 + i] = (byte) (palette[i] >> (16 - 8 * band));
            }
        }
        byte[] length = ByteBuffer.allocate(4).putInt(colours.length).array();
        return FileEdits.join(Arrays.copyOf(psd, 26), length, colours, Arrays.copyOfRange(psd, 30, psd.length));
    }

    /** Returns the PSD with a profile added to its resources. */
    public static byte[] withProfile(byte[] psd, byte[] profile) {
        byte[] padded = Arrays.copyOf(profile, profile.length + (profile.length & 1));
        ByteBuffer resources = ByteBuffer.allocate(4 + 12 + padded.length);
        resources.putInt(12 + padded.length).put(FileEdits.ascii("8BIM")).putShort((short) 1039);
        resources.putShort((short) 0).putInt(profile.length).put(padded);
        return FileEdits.join(Arrays.copyOf(psd, 30), resources.array(), Arrays.copyOfRange(psd, 34, psd.length));
    }

    /**
     * Returns a section of layers with a count of -1, which states that the first extra channel is the flattened
     * picture's transparency.
     */
    private static byte[] layers() {
        ByteBuffer layers = ByteBuffer.allocate(8 + 2 + 46 + 4);
        layers.putInt(56).putInt(48).putShort((short) -1).put(new byte[18]);
        return layers.put(FileEdits.ascii("8BIMnorm"))
                .putInt(0xFF000000)
                .putInt(12)
                .array();
    }
}
