package io.edgepix.imaging.originals;

import io.edgepix.imaging.bytes.Bytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes ICC profiles with a visible effect, and broken ones. */
public final class ProfileMaker {
    private ProfileMaker() {}

    /** Returns a profile of linear light: 0x37 of 255 is 0x80 on sRGB's curve. */
    public static byte[] linear() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    /** Returns a profile of linear grey. */
    public static byte[] linearGrey() {
        return ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    }

    /**
     * Returns a profile of a press. Its white is that of the paper, and its black is a grey of the given lightness.
     * Cyan, magenta and yellow have no effect.
     */
    public static byte[] press(int lightnessOfBlack) {
        ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put(FileEdits.ascii("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        identity(table, 4);
        for (int mix = 0; mix < 16; mix++) {
            int lightness = (mix & 1) == 0 ? 100 : lightnessOfBlack;
            table.put(new byte[] {(byte) Math.round(lightness * 2.55), (byte) 128, (byte) 128});
        }
        identity(table, 3);
        int start = 128 + 4 + 12;
        ByteBuffer profile = ByteBuffer.allocate(start + table.capacity());
        profile.putInt(profile.capacity()).putInt(0).putInt(0x02100000).put(FileEdits.ascii("prtrCMYKLab "));
        profile.position(36).put(FileEdits.ascii("acsp"));
        profile.position(68).putInt(0xF6D6).putInt(0x10000).putInt(0xD32D);
        profile.position(128)
                .putInt(1)
                .put(FileEdits.ascii("A2B0"))
                .putInt(start)
                .putInt(table.capacity());
        return profile.put(table.array()).array();
    }

    private static void identity(ByteBuffer table, int channels) {
        for (int i = 0; i < channels * 256; i++) {
            table.put((byte) i);
        }
    }

    /** Returns a profile whose header passes all checks, and whose tags are invalid. */
    public static byte[] garbage() {
        byte[] garbage = linear();
        Arrays.fill(garbage, 60, garbage.length, (byte) 0x5A);
        return garbage;
    }

    /** Returns profiles that must not be used to describe RGB, by their flaw. */
    public static Map<String, byte[]> unusable() {
        byte[] linear = linear();
        byte[] astray = linear.clone();
        for (int tag = 0; tag < Bytes.big32(astray, 128); tag++) {
            astray[132 + tag * 12 + 4] = 0x7F;
        }
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("nothing", new byte[0]);
        all.put("a few zeros", new byte[9]);
        all.put("garbage after its header", garbage());
        all.put("garbage", FileEdits.ascii("no profile at all, ".repeat(20)));
        all.put("half of it", Arrays.copyOf(linear, linear.length / 2));
        all.put("a length beyond its end", with(linear, 0, linear.length + 1));
        all.put("a length of nothing", with(linear, 0, 0));
        all.put("tags beyond its end", astray);
        all.put("many tags", with(linear, 128, Integer.MAX_VALUE));
        all.put("greys", linearGrey());
        all.put("a link", named(linear, 12, "link"));
        all.put("an abstract one", named(linear, 12, "abst"));
        all.put("named colours", named(linear, 12, "nmcl"));
        all.put("CMYK", named(linear, 16, "CMYK"));
        all.put("unsupported connection space", named(linear, 20, "Luv "));
        return all;
    }

    /** Returns a valid profile with padding, which states the padded length. */
    public static byte[] padded(int length) {
        return with(Arrays.copyOf(linear(), length), 0, length);
    }

    private static byte[] with(byte[] profile, int at, int number) {
        byte[] changed = profile.clone();
        ByteBuffer.wrap(changed).putInt(at, number);
        return changed;
    }

    private static byte[] named(byte[] profile, int at, String name) {
        byte[] changed = profile.clone();
        System.arraycopy(FileEdits.ascii(name), 0, changed, at, 4);
        return changed;
    }
}
