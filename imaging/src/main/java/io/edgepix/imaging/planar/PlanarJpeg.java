package io.edgepix.imaging.planar;

import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegDecoder;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.jpeg.JpegMeans;
import io.edgepix.imaging.jpeg.JpegProcess;
import io.edgepix.imaging.jpeg.JpegRepair;
import io.edgepix.imaging.jpeg.JpegScans;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JPEG of luma and chroma, or grey; decoded smaller, and from its DC scans alone, where that is enough. */
public final class PlanarJpeg implements NativeDecoder {
    private static final int BLOCK = 8;
    /** From how many pixels to one on a half, a quarter or an eighth is enough: with less, textures become moire. */
    private static final double TO_A_HALF = 5;

    private static final double TO_A_QUARTER = 14;
    private static final double TO_AN_EIGHTH = 24;

    private final NativeCode code;

    public PlanarJpeg(NativeCode code) {
        this.code = code;
    }

    @Override
    public boolean recognises(byte[] original) {
        return JpegRepair.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException, NotNativeException {
        JpegHeader header = JpegRepair.header(original);
        if (!JpegProcess.isArithmetic(header)) {
            JpegProcess.check(header);
        }
        checkPlain(header);
        return JpegDecoder.header(header);
    }

    private static void checkPlain(JpegHeader header) throws NotNativeException {
        if (header.isLossless()) {
            throw new NotNativeException("JPEG is lossless");
        }
        if (header.depth() != 8) {
            throw new NotNativeException("JPEG has " + header.depth() + " bits a sample");
        }
        if (header.components() == 1 && header.profile() != null) {
            throw new NotNativeException("JPEG is grey with a profile");
        }
        if (header.components() == 3 && !header.isYcc()) {
            throw new NotNativeException("JPEG is stored as RGB");
        }
        if (header.components() != 1 && header.components() != 3) {
            throw new NotNativeException("JPEG has " + header.components() + " components");
        }
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException {
        return JpegRepair.nanos(original);
    }

    /** Three samples a pixel, and of a progressive one three coefficients of two bytes. */
    @Override
    public long memory(byte[] original, Header header, double shrink) throws IOException {
        long pixels = (long) header.width() * header.height();
        int smaller = smaller(shrink);
        boolean progressive = JpegRepair.header(original).hasManyScans();
        return original.length + 3 * pixels / ((long) smaller * smaller) + (progressive ? 6 * pixels : 0);
    }

    /**
     * One that is damaged is repaired once. Whether a scan has all of its blocks, libjpeg-turbo says; it does not miss scans
     * that are not there.
     */
    @Override
    public @Nullable NativeOriginal decode(NativeMemory memory, byte[] original, Header header, double shrink)
            throws IOException {
        boolean tried = isOfOneScan(original);
        NativeOriginal decoded = tried ? attempt(memory, original, header, shrink) : null;
        if (decoded != null) {
            return decoded;
        }
        byte[] repaired = JpegRepair.whole(original);
        return tried && Arrays.equals(repaired, original) ? null : attempt(memory, repaired, header, shrink);
    }

    private static boolean isOfOneScan(byte[] original) throws IOException {
        JpegHeader header = JpegRepair.header(original);
        int scan = header.scanStart() + 4;
        return !header.hasManyScans() && scan < original.length && original[scan] == header.components();
    }

    private @Nullable NativeOriginal attempt(NativeMemory memory, byte[] bytes, Header header, double shrink) {
        try {
            return decoded(memory, bytes, header, shrink);
        } catch (IOException | IndexOutOfBoundsException e) {
            return null; // its segments are not where their lengths say
        }
    }

    private @Nullable NativeOriginal decoded(NativeMemory memory, byte[] original, Header header, double shrink)
            throws IOException {
        JpegHeader jpeg = JpegHeader.read(original);
        boolean means = JpegMeans.suffice(jpeg, shrink);
        int smaller = means ? BLOCK : smaller(shrink);
        byte[] enough = means ? JpegDcScans.alone(original, jpeg.scanStart()) : enough(original, jpeg, smaller);
        long bytes = memory.copy(enough);
        int scans = JpegScans.most((long) header.width() * header.height());
        Planes planes = code.jpeg.decode(memory, bytes, enough.length, header.width(), header.height(), smaller, scans);
        memory.release(bytes);
        return planes == null
                ? null
                : new PlanarOriginal(code, planes, Levels.FULL, smaller, header, colour(jpeg), true);
    }

    private static Colour colour(JpegHeader jpeg) {
        byte[] profile = jpeg.profile();
        return profile == null ? Colour.plain(jpeg.components()) : IccColour.of(profile, jpeg.components());
    }

    private static byte[] enough(byte[] original, JpegHeader jpeg, int smaller) throws IOException {
        return smaller == 2 || smaller == 4 ? JpegLowPass.of(original, jpeg, BLOCK / smaller) : original;
    }

    /** By how much it is decoded smaller: 1, 2, 4 or 8; what is left is shrunk by Lanczos. */
    static int smaller(double shrink) {
        if (shrink >= TO_AN_EIGHTH) {
            return BLOCK;
        }
        return shrink >= TO_A_QUARTER ? 4 : shrink >= TO_A_HALF ? 2 : 1;
    }
}
