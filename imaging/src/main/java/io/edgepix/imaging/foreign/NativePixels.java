package io.edgepix.imaging.foreign;

/**
 * Interleaved samples without gaps between rows, at an address outside the heap: 3 bands, or 4 with alpha.
 *
 * @param depth the bits per sample; more than 8 are the upper bits of 16
 */
public record NativePixels(long address, int width, int height, int bands, int depth) {
    /** Creates pixels with samples of 8 bits. */
    public NativePixels(long address, int width, int height, int bands) {
        this(address, width, height, bands, Byte.SIZE);
    }

    long size() {
        return (long) width * height * bands;
    }

    /** Copies samples of 8 bits onto the heap. */
    public byte[] bytes() {
        return NativeMemory.bytes(address, size());
    }

    /** Copies samples of more than 8 bits onto the heap, scaled to 16 bits by repeating their upper bits. */
    public short[] shorts() {
        short[] samples = NativeMemory.shorts(address, size());
        for (int i = 0; i < samples.length; i++) {
            samples[i] |= (short) ((samples[i] & 0xFFFF) >>> depth);
        }
        return samples;
    }
}
