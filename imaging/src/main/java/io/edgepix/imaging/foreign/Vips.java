package io.edgepix.imaging.foreign;

import java.lang.foreign.SymbolLookup;
import org.jspecify.annotations.Nullable;

/**
 * Formats by libvips, which is loaded when it is first asked for: it is large. Safe for use by many threads at once.
 */
public final class Vips {
    /** What it reads. */
    public enum Kind {
        PNG(0),
        AVIF(1);

        private final long number;

        Kind(long number) {
            this.number = number;
        }
    }

    /**
     * In pixels, as shown.
     *
     * @param depth bits of a sample, 8 to 16
     */
    public record Size(int width, int height, int depth) {}

    /**
     * Samples without gaps at an address outside the heap: 3 bands, or 4 with alpha.
     *
     * @param depth bits of a sample; more than 8 are the upper ones of 16
     */
    public record Pixels(long address, int width, int height, int bands, int depth) {
        /** Samples of 8 bits. */
        public Pixels(long address, int width, int height, int bands) {
            this(address, width, height, bands, Byte.SIZE);
        }

        long size() {
            return (long) width * height * bands;
        }

        /** The samples of 8 bits, brought onto the heap. */
        public byte[] bytes() {
            return NativeMemory.bytes(address, size());
        }

        /** The samples of more than 8 bits, brought onto the heap, and to 16 bits by repeating their upper bits. */
        public short[] shorts() {
            short[] samples = NativeMemory.shorts(address, size());
            for (int i = 0; i < samples.length; i++) {
                samples[i] |= (short) ((samples[i] & 0xFFFF) >>> depth);
            }
            return samples;
        }
    }

    private static final String NAME = "libedgepix-vips.so";
    private static final int EFFORT = 4;

    private record Functions(
            NativeFunction header,
            NativeFunction decode,
            NativeFunction encodeAvif,
            NativeFunction encodeGif,
            NativeFunction encodePng,
            VipsFrames.Functions frames) {}

    private final NativeLibrary library;
    private @Nullable Functions functions;

    /** Does not load it yet. */
    public Vips(NativeLibrary library) {
        this.library = library;
    }

    private synchronized Functions functions() {
        if (functions == null) {
            SymbolLookup vips = library.lookup(NAME);
            if (!new NativeFunction(vips, "vips_start").call()) {
                throw new UnsatisfiedLinkError("libvips does not start");
            }
            functions = new Functions(
                    new NativeFunction(vips, "vips_header"),
                    new NativeFunction(vips, "vips_decode"),
                    new NativeFunction(vips, "vips_encode_avif"),
                    new NativeFunction(vips, "vips_encode_gif"),
                    new NativeFunction(vips, "vips_encode_png"),
                    new VipsFrames.Functions(
                            new NativeFunction(vips, "vips_open"),
                            new NativeFunction(vips, "vips_rows"),
                            new NativeFunction(vips, "vips_close")));
        }
        return functions;
    }

    /** The size, read from the header alone; null where there is none. */
    public @Nullable Size size(NativeMemory memory, byte[] bytes, Kind kind) {
        long copy = memory.copy(bytes);
        long[] slots = {copy, bytes.length, kind.number, 0, 0, 0};
        boolean known = functions().header().call(slots);
        memory.release(copy);
        return known ? new Size((int) slots[3], (int) slots[4], (int) slots[5]) : null;
    }

    /**
     * Decodes. A PNG is brought to 8-bit sRGB, with straight alpha; an AVIF keeps its colours as they are stored.
     *
     * @return null where anything is damaged
     */
    public @Nullable Pixels decode(NativeMemory memory, byte[] bytes, Kind kind) {
        long copy = memory.copy(bytes);
        long[] slots = {copy, bytes.length, kind.number, 0, 0, 0, 0, 0};
        boolean decoded = functions().decode().call(slots);
        memory.release(copy);
        if (!decoded) {
            return null;
        }
        return new Pixels(memory.adopt(slots[3]), (int) slots[4], (int) slots[5], (int) slots[6], (int) slots[7]);
    }

    /**
     * Encodes as AVIF.
     *
     * @param samples three or four bytes a pixel, alpha straight
     * @param quality 1 to 100
     */
    public byte[] avif(NativeMemory memory, byte[] samples, int bands, int width, int height, int quality) {
        long copy = memory.copy(samples);
        long[] slots = {copy, width, height, bands, quality, EFFORT, 0, 0, 0};
        if (!functions().encodeAvif().call(slots)) {
            throw new IllegalStateException("libvips could not encode AVIF");
        }
        memory.release(copy);
        return memory.take(slots[7], slots[8]);
    }

    /**
     * Encodes as PNG.
     *
     * @param samples address of bytes without gaps
     * @param bands 1 for grey, 2 for grey and alpha, 3 for RGB, 4 for RGB and alpha
     * @param filtered whether each row has a filter chosen for it, or none
     */
    public byte[] png(NativeMemory memory, long samples, int width, int height, int bands, boolean filtered) {
        long[] slots = {samples, width, height, bands, filtered ? 1 : 0, 0, 0};
        if (!functions().encodePng().call(slots)) {
            throw new IllegalStateException("libvips could not encode PNG");
        }
        return memory.take(slots[5], slots[6]);
    }

    /**
     * Opens an animated WebP.
     *
     * @param bytes of it, at an address where they must stay
     * @param frames how many of its frames are wanted
     * @return null where there are not so many, or something is damaged
     */
    public @Nullable VipsFrames frames(long bytes, long length, int frames) {
        long[] slots = {bytes, length, frames, 0, 0, 0, 0, 0};
        return functions().frames().open().call(slots)
                ? new VipsFrames(functions().frames(), frames, slots)
                : null;
    }

    /**
     * Encodes as GIF, moving where there is more than one frame. What is less than half opaque becomes transparent.
     *
     * @param samples address of four bytes a pixel, alpha straight, frame below frame
     * @param height of a frame
     * @param millis for how long each frame is shown, up to 655350; whole hundredths of a second
     * @param plays how often it is played, 0 for without end
     * @param effort 1 to 10
     */
    public byte[] gif(NativeMemory memory, long samples, int width, int height, int[] millis, int plays, int effort) {
        long times = memory.copy(millis);
        long[] slots = {samples, width, height, millis.length, times, plays, effort, 0, 0};
        if (!functions().encodeGif().call(slots)) {
            throw new IllegalStateException("libvips could not encode GIF");
        }
        memory.release(times);
        return memory.take(slots[7], slots[8]);
    }

    /** Encodes a still picture as GIF. A large one gets less effort, because finding a palette for noise takes seconds. */
    public byte[] gif(NativeMemory memory, byte[] samples, int width, int height) {
        long copy = memory.copy(samples);
        byte[] gif = gif(memory, copy, width, height, new int[1], 1, effortOfGif((long) width * height));
        memory.release(copy);
        return gif;
    }

    private static int effortOfGif(long pixels) {
        return pixels < 300_000 ? 7 : pixels < 1_000_000 ? 4 : 1;
    }
}
