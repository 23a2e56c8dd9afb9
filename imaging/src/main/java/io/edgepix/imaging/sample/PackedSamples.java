package io.edgepix.imaging.sample;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads samples that are packed into bytes without gaps, most significant bit first: unsigned samples of 1 to 64 bits,
 * and floats of 16, 24, 32 and 64 bits. Samples of whole bytes can have their least significant byte first.
 *
 * <p>Results are either on a byte's scale, on which a float of 1 is 255, or as they are stored.
 */
public final class PackedSamples {
    private static final float WHITE = 255;

    private final int[] bits;
    private final boolean floating;
    private final boolean little;
    private final boolean even;
    private final float[] steps;

    /**
     * Creates a reader of samples on a byte's scale.
     *
     * @param bits the number of bits of each sample of a pixel
     * @param floating whether samples are floats
     * @param order the order of the bytes of a sample
     */
    public PackedSamples(int[] bits, boolean floating, ByteOrder order) {
        this(bits, floating, order, steps(bits, floating));
    }

    private PackedSamples(int[] bits, boolean floating, ByteOrder order, float[] steps) {
        this.bits = bits;
        this.floating = floating;
        this.little = order == ByteOrder.LITTLE_ENDIAN;
        this.steps = steps;
        boolean equal = bits[0] % Byte.SIZE == 0;
        for (int each : bits) {
            equal &= each == bits[0];
        }
        this.even = equal;
    }

    /** Returns a reader of numbers as they are stored. */
    public static PackedSamples stored(int[] bits, boolean floating, ByteOrder order) {
        float[] ones = new float[bits.length];
        Arrays.fill(ones, 1);
        return new PackedSamples(bits, floating, order, ones);
    }

    private static float[] steps(int[] bits, boolean floating) {
        float[] steps = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            steps[i] = floating ? WHITE : SampleDepth.step(bits[i]);
        }
        return steps;
    }

    /** Returns the number of bits of a pixel. */
    int bits() {
        int sum = 0;
        for (int each : bits) {
            sum += each;
        }
        return sum;
    }

    /**
     * Reads the samples of pixels.
     *
     * @param at the index of the first pixel's first byte
     * @param pixels the number of pixels
     * @param first the index in {@code to} of the first sample; the pixel's other samples follow it
     * @param stride the number of elements of {@code to} from a pixel to the next
     */
    public void read(byte[] from, int at, int pixels, float[] to, int first, int stride) {
        if (!even) {
            readBits(from, at, pixels, to, first, stride);
            return;
        }
        int size = bits[0] / Byte.SIZE;
        int next = at;
        for (int x = 0; x < pixels; x++) {
            for (int i = 0; i < bits.length; i++, next += size) {
                to[first + x * stride + i] = value(number(from, next, size)) * steps[i];
            }
        }
    }

    private long number(byte[] from, int at, int size) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << Byte.SIZE | (from[little ? at + size - 1 - i : at + i] & 0xFF);
        }
        return number;
    }

    private float value(long number) {
        if (!floating) {
            return number >= 0 ? number : (number >>> 1) * 2f;
        }
        return switch (bits[0]) {
            case 16 -> Float.float16ToFloat((short) number);
            case 24 -> float24((int) number);
            case 32 -> Float.intBitsToFloat((int) number);
            default -> (float) Double.longBitsToDouble(number);
        };
    }

    /**
     * Converts a float of 24 bits: a sign bit, a 7-bit exponent with a bias of 63, and a 16-bit fraction (Adobe
     * Photoshop TIFF Technical Note 3).
     */
    private static float float24(int number) {
        int exponent = number >> 16 & 0x7F;
        int fraction = number & 0xFFFF;
        float size = exponent == 0
                ? Math.scalb((float) fraction, -62 - 16)
                : exponent == 0x7F
                        ? (fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN)
                        : Math.scalb((float) (fraction | 1 << 16), exponent - 63 - 16);
        return (number & 1 << 23) == 0 ? size : -size;
    }

    private void readBits(byte[] from, int at, int pixels, float[] to, int first, int stride) {
        long bit = (long) at * Byte.SIZE;
        for (int x = 0; x < pixels; x++) {
            for (int i = 0; i < bits.length; i++) {
                to[first + x * stride + i] = value(bits(from, bit, bits[i])) * steps[i];
                bit += bits[i];
            }
        }
    }

    private static long bits(byte[] from, long bit, int count) {
        long number = 0;
        for (int left = count; left > 0; ) {
            int used = (int) ((bit + count - left) % Byte.SIZE);
            int taken = Math.min(Byte.SIZE - used, left);
            int octet = from[(int) ((bit + count - left) / Byte.SIZE)] & 0xFF;
            number = number << taken | (octet >> (Byte.SIZE - used - taken) & ((1 << taken) - 1));
            left -= taken;
        }
        return number;
    }
}
