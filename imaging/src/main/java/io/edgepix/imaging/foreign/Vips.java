package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.VipsClose;
import io.edgepix.imaging.foreign.Calls.VipsDecode;
import io.edgepix.imaging.foreign.Calls.VipsEncodeAvif;
import io.edgepix.imaging.foreign.Calls.VipsEncodeGif;
import io.edgepix.imaging.foreign.Calls.VipsEncodeJpeg;
import io.edgepix.imaging.foreign.Calls.VipsEncodePng;
import io.edgepix.imaging.foreign.Calls.VipsHeader;
import io.edgepix.imaging.foreign.Calls.VipsOpen;
import io.edgepix.imaging.foreign.Calls.VipsRows;
import io.edgepix.imaging.foreign.Calls.VipsStart;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes formats by libvips, which is loaded on first use because it is large. Safe for concurrent use. */
public final class Vips {
    private static final String NAME = "libedgepix-vips.so";

    /** A format to read. */
    public enum Kind {
        PNG(0),
        AVIF(1);

        private final long number;

        Kind(long number) {
            this.number = number;
        }
    }

    /**
     * The dimensions in pixels, after the orientation.
     *
     * @param depth the bits per sample, 8 to 16
     */
    public record StatedSize(int width, int height, int depth) {}

    private record Functions(
            NativeFunction<VipsHeader> header,
            NativeFunction<VipsDecode> decode,
            NativeFunction<VipsEncodeJpeg> encodeJpeg,
            NativeFunction<VipsEncodeAvif> encodeAvif,
            NativeFunction<VipsEncodeGif> encodeGif,
            NativeFunction<VipsEncodePng> encodePng,
            VipsFrames.Functions frames) {}

    private final NativeLibrary library;
    private @Nullable Functions functions;

    /** Creates an instance, but does not load libvips yet. */
    public Vips(NativeLibrary library) {
        this.library = library;
    }

    private synchronized Functions functions() {
        if (functions == null) {
            SymbolLookup vips = library.lookup(NAME);
            if (!new NativeFunction<>(vips, "vips_start", VipsStart.values())
                    .call()
                    .run()) {
                throw new UnsatisfiedLinkError("libvips could not start");
            }
            functions = new Functions(
                    new NativeFunction<>(vips, "vips_header", VipsHeader.values()),
                    new NativeFunction<>(vips, "vips_decode", VipsDecode.values()),
                    new NativeFunction<>(vips, "vips_encode_jpeg", VipsEncodeJpeg.values()),
                    new NativeFunction<>(vips, "vips_encode_avif", VipsEncodeAvif.values()),
                    new NativeFunction<>(vips, "vips_encode_gif", VipsEncodeGif.values()),
                    new NativeFunction<>(vips, "vips_encode_png", VipsEncodePng.values()),
                    new VipsFrames.Functions(
                            new NativeFunction<>(vips, "vips_open", VipsOpen.values()),
                            new NativeFunction<>(vips, "vips_rows", VipsRows.values()),
                            new NativeFunction<>(vips, "vips_close", VipsClose.values())));
        }
        return functions;
    }

    /** Reads the dimensions from the header; empty if it is damaged. */
    public Optional<StatedSize> size(NativeMemory memory, byte[] bytes, Kind kind) {
        long copy = memory.copy(bytes);
        NativeCall<VipsHeader> call = functions()
                .header()
                .call()
                .with(VipsHeader.BYTES, copy)
                .with(VipsHeader.LENGTH, bytes.length)
                .with(VipsHeader.FORMAT, kind.number);
        boolean known = call.run();
        memory.release(copy);
        return known
                ? Optional.of(new StatedSize(
                        call.getInt(VipsHeader.WIDTH), call.getInt(VipsHeader.HEIGHT), call.getInt(VipsHeader.DEPTH)))
                : Optional.empty();
    }

    /**
     * Decodes a picture. A PNG is converted to 8-bit sRGB with straight alpha. An AVIF keeps its colours as they are
     * stored.
     *
     * @return empty if anything is damaged
     */
    public Optional<NativePixels> decode(NativeMemory memory, byte[] bytes, Kind kind) {
        long copy = memory.copy(bytes);
        NativeCall<VipsDecode> call = functions()
                .decode()
                .call()
                .with(VipsDecode.BYTES, copy)
                .with(VipsDecode.LENGTH, bytes.length)
                .with(VipsDecode.FORMAT, kind.number);
        boolean decoded = call.run();
        memory.release(copy);
        if (!decoded) {
            return Optional.empty();
        }
        return Optional.of(new NativePixels(
                memory.adopt(call.get(VipsDecode.SAMPLES)),
                call.getInt(VipsDecode.WIDTH),
                call.getInt(VipsDecode.HEIGHT),
                call.getInt(VipsDecode.BANDS),
                call.getInt(VipsDecode.DEPTH)));
    }

    /**
     * Encodes as progressive JPEG with the quantisation of mozjpeg.
     *
     * @param samples one byte per pixel for greys, or three
     * @param quality 1 to 100
     * @param halved whether 2x2 pixels share a sample of chroma
     */
    public byte[] jpeg(
            NativeMemory memory, byte[] samples, int bands, int width, int height, int quality, boolean halved) {
        long copy = memory.copy(samples);
        NativeCall<VipsEncodeJpeg> call = functions()
                .encodeJpeg()
                .call()
                .with(VipsEncodeJpeg.SAMPLES, copy)
                .with(VipsEncodeJpeg.BANDS, bands)
                .with(VipsEncodeJpeg.WIDTH, width)
                .with(VipsEncodeJpeg.HEIGHT, height)
                .with(VipsEncodeJpeg.QUALITY, quality)
                .with(VipsEncodeJpeg.HALVED, halved);
        if (!call.run()) {
            throw new IllegalStateException("libvips could not encode JPEG");
        }
        memory.release(copy);
        return memory.take(call.get(VipsEncodeJpeg.RESULT), call.get(VipsEncodeJpeg.RESULT_LENGTH));
    }

    /**
     * Encodes as AVIF.
     *
     * @param samples three or four bytes per pixel, with straight alpha
     * @param quality 1 to 100
     * @param effort 0 to 9
     */
    public byte[] avif(NativeMemory memory, byte[] samples, int bands, int width, int height, int quality, int effort) {
        long copy = memory.copy(samples);
        NativeCall<VipsEncodeAvif> call = functions()
                .encodeAvif()
                .call()
                .with(VipsEncodeAvif.SAMPLES, copy)
                .with(VipsEncodeAvif.BANDS, bands)
                .with(VipsEncodeAvif.WIDTH, width)
                .with(VipsEncodeAvif.HEIGHT, height)
                .with(VipsEncodeAvif.QUALITY, quality)
                .with(VipsEncodeAvif.EFFORT, effort);
        if (!call.run()) {
            throw new IllegalStateException("libvips could not encode AVIF");
        }
        memory.release(copy);
        return memory.take(call.get(VipsEncodeAvif.RESULT), call.get(VipsEncodeAvif.RESULT_LENGTH));
    }

    /**
     * Encodes as PNG.
     *
     * @param samples the address of samples without gaps between rows
     * @param bands 1 for grey, 2 for grey and alpha, 3 for RGB, 4 for RGB and alpha
     * @param filtered whether a filter is chosen for each row; otherwise none is used
     */
    public byte[] png(NativeMemory memory, long samples, int width, int height, int bands, boolean filtered) {
        NativeCall<VipsEncodePng> call = functions()
                .encodePng()
                .call()
                .with(VipsEncodePng.SAMPLES, samples)
                .with(VipsEncodePng.BANDS, bands)
                .with(VipsEncodePng.WIDTH, width)
                .with(VipsEncodePng.HEIGHT, height)
                .with(VipsEncodePng.FILTERED, filtered);
        if (!call.run()) {
            throw new IllegalStateException("libvips could not encode PNG");
        }
        return memory.take(call.get(VipsEncodePng.RESULT), call.get(VipsEncodePng.RESULT_LENGTH));
    }

    /**
     * Opens an animated WebP.
     *
     * @param bytes the address of the file, which must stay valid until the frames are closed
     * @param frames the number of frames to read
     * @return empty if there are fewer, or the file is damaged
     */
    public Optional<VipsFrames> frames(long bytes, long length, int frames) {
        VipsFrames.Functions animation = functions().frames();
        NativeCall<VipsOpen> call = animation
                .open()
                .call()
                .with(VipsOpen.BYTES, bytes)
                .with(VipsOpen.LENGTH, length)
                .with(VipsOpen.FRAMES, frames);
        return call.run() ? Optional.of(new VipsFrames(animation, call)) : Optional.empty();
    }

    /**
     * Encodes as GIF, animated if there is more than one frame. Pixels that are less than half opaque become
     * transparent.
     *
     * @param samples the address of the frames, one below the other: four bytes per pixel, with straight alpha
     * @param height the height of a frame
     * @param millis the duration of each frame in milliseconds: a multiple of 10, up to 655350
     * @param plays the number of times that the animation is played; 0 for forever
     * @param effort 1 to 10
     */
    public byte[] gif(NativeMemory memory, long samples, int width, int height, int[] millis, int plays, int effort) {
        long delays = memory.copy(millis);
        NativeCall<VipsEncodeGif> call = functions()
                .encodeGif()
                .call()
                .with(VipsEncodeGif.SAMPLES, samples)
                .with(VipsEncodeGif.WIDTH, width)
                .with(VipsEncodeGif.HEIGHT, height)
                .with(VipsEncodeGif.FRAMES, millis.length)
                .with(VipsEncodeGif.DELAYS, delays)
                .with(VipsEncodeGif.LOOPS, plays)
                .with(VipsEncodeGif.EFFORT, effort);
        if (!call.run()) {
            throw new IllegalStateException("libvips could not encode GIF");
        }
        memory.release(delays);
        return memory.take(call.get(VipsEncodeGif.RESULT), call.get(VipsEncodeGif.RESULT_LENGTH));
    }

    /**
     * Encodes a still picture as GIF. Large pictures get less effort, because finding a palette for noise takes
     * seconds.
     */
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
