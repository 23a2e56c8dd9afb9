package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.jpeg.JpegMeans;
import io.edgepix.imaging.jpeg.JpegOriginal;
import io.edgepix.imaging.jpeg.JpegOriginal.Repaired;
import io.edgepix.imaging.jpeg.JpegScans;
import io.edgepix.imaging.model.Header;
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
    public boolean reads(Original original) {
        return original instanceof JpegOriginal;
    }

    @Override
    public NativeOriginal open(Original original) throws NotNativeException {
        JpegOriginal jpeg = (JpegOriginal) original;
        checkPlain(jpeg.jpeg());
        return new Opened(code, jpeg);
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

    private record Opened(NativeCode code, JpegOriginal original) implements NativeOriginal {
        /** Three samples a pixel, and of a progressive one three coefficients of two bytes. */
        @Override
        public long memory(double shrink) {
            Header header = original.header();
            long pixels = (long) header.width() * header.height();
            int smaller = smaller(shrink);
            boolean progressive = original.jpeg().hasManyScans();
            return original.bytes().length + 3 * pixels / ((long) smaller * smaller) + (progressive ? 6 * pixels : 0);
        }

        /**
         * Repairs a JPEG that is damaged once. Whether a scan has all of its blocks, libjpeg-turbo says; it does not miss
         * scans that are not there.
         */
        @Override
        public NativeSamples decode(NativeMemory memory, double shrink) throws IOException, NotNativeException {
            boolean tried = isOfOneScan();
            NativeSamples decoded = tried && original.isSound()
                    ? attempt(memory, original.bytes(), original.jpeg(), shrink)
                    : null;
            if (decoded != null) {
                return decoded;
            }
            Repaired repaired = original.whole();
            if (tried && Arrays.equals(repaired.bytes(), original.bytes())) {
                throw new NotNativeException("libjpeg-turbo cannot decode it");
            }
            try {
                return decoded(memory, repaired.bytes(), repaired.header(), shrink);
            } catch (IndexOutOfBoundsException e) {
                throw new NotNativeException("native code failed", e);
            }
        }

        private boolean isOfOneScan() {
            JpegHeader jpeg = original.jpeg();
            byte[] bytes = original.bytes();
            int scan = jpeg.scanStart() + 4;
            return !jpeg.hasManyScans() && scan < bytes.length && bytes[scan] == jpeg.components();
        }

        /** Returns null if its segments are not where their lengths say, or libjpeg-turbo finds it damaged. */
        private @Nullable NativeSamples attempt(NativeMemory memory, byte[] bytes, JpegHeader jpeg, double shrink) {
            try {
                return decoded(memory, bytes, jpeg, shrink);
            } catch (IOException | NotNativeException | IndexOutOfBoundsException e) {
                return null; // once it is repaired, it is tried again, and the reason told
            }
        }

        private NativeSamples decoded(NativeMemory memory, byte[] bytes, JpegHeader jpeg, double shrink)
                throws IOException, NotNativeException {
            Header header = original.header();
            boolean means = JpegMeans.suffice(jpeg, shrink);
            int smaller = means ? BLOCK : smaller(shrink);
            byte[] enough = means ? JpegDcScans.alone(bytes, jpeg.scanStart()) : enough(bytes, jpeg, smaller);
            long copy = memory.copy(enough);
            int scans = JpegScans.most((long) header.width() * header.height());
            Planes planes =
                    code.jpeg.decode(memory, copy, enough.length, header.width(), header.height(), smaller, scans);
            memory.release(copy);
            if (planes == null) {
                throw new NotNativeException("libjpeg-turbo cannot decode it");
            }
            return new PlanarSamples(code, planes, Levels.FULL, smaller, header, colour(jpeg), true);
        }

        private static Colour colour(JpegHeader jpeg) {
            byte[] profile = jpeg.profile();
            return profile == null ? Colour.plain(jpeg.components()) : IccColour.of(profile, jpeg.components());
        }

        private static byte[] enough(byte[] original, JpegHeader jpeg, int smaller) throws IOException {
            return smaller == 2 || smaller == 4 ? JpegLowPass.of(original, jpeg, BLOCK / smaller) : original;
        }
    }

    /** By how much it is decoded smaller: 1, 2, 4 or 8; what is left is shrunk by Lanczos. */
    static int smaller(double shrink) {
        if (shrink >= TO_AN_EIGHTH) {
            return BLOCK;
        }
        return shrink >= TO_A_QUARTER ? 4 : shrink >= TO_A_HALF ? 2 : 1;
    }
}
