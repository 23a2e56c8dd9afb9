package io.edgepix.imaging.planar;

import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.jpeg.JpegDcOnly;
import io.edgepix.imaging.jpeg.JpegDcScans;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegLowPass;
import io.edgepix.imaging.jpeg.JpegOriginal;
import io.edgepix.imaging.jpeg.JpegOriginal.Repaired;
import io.edgepix.imaging.jpeg.JpegScanCheck;
import io.edgepix.imaging.jpeg.JpegVisibleScans;
import io.edgepix.imaging.model.Header;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decodes JPEG of luma and chroma, or grey. If the derivatives allow it, the result is smaller than the original, or
 * comes from the DC scans only.
 */
public final class PlanarJpeg implements NativeDecoder {
    private static final int BLOCK = 8;
    private static final String UNDECODABLE = "libjpeg-turbo cannot decode the JPEG";

    private record OpenJpeg(NativeCode code, JpegOriginal original) implements NativeOriginal {
        /**
         * Returns the size of the file, of the samples after scaling, and of a progressive JPEG's coefficients: two
         * bytes and a bit for each sample before scaling.
         */
        @Override
        public long memory(double shrink) {
            long samples = original.jpeg().samples();
            int divisor = JpegScale.divisor(shrink);
            long coefficients = original.jpeg().hasManyScans() ? 2 * samples + samples / 8 : 0;
            return original.bytes().length + samples / ((long) divisor * divisor) + coefficients;
        }

        /**
         * Decodes the JPEG, and repairs it first if it is damaged. libjpeg-turbo reports blocks that are missing in a
         * scan, but not missing scans. So only a JPEG with one scan is first decoded without repair. Its failure is
         * reported if there is nothing to repair.
         */
        @Override
        public NativeSamples decode(NativeMemory memory, double shrink) throws IOException, NotNativeException {
            boolean oneScan = isOfOneScan();
            Optional<NotNativeException> failure = Optional.empty();
            if (oneScan && original.isSound()) {
                try {
                    return decoded(memory, original.bytes(), original.jpeg(), shrink);
                } catch (NotNativeException e) {
                    failure = Optional.of(e);
                } catch (IOException | IndexOutOfBoundsException e) {
                    failure = Optional.of(new NotNativeException("native code failed", e));
                }
            }
            Repaired repaired = original.whole();
            if (oneScan && Arrays.equals(repaired.bytes(), original.bytes())) {
                throw failure.orElseGet(() -> new NotNativeException(UNDECODABLE));
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

        private NativeSamples decoded(NativeMemory memory, byte[] bytes, JpegHeader jpeg, double shrink)
                throws IOException, NotNativeException {
            Header header = original.header();
            boolean means = JpegDcOnly.suffice(jpeg, shrink);
            int divisor = means ? BLOCK : JpegScale.divisor(shrink);
            Optional<Planes> planes = jpeg.hasManyScans() ? Optional.empty() : baseline(memory, bytes, header, divisor);
            if (planes.isEmpty()) {
                byte[] enough =
                        means ? JpegDcScans.alone(bytes, jpeg.scanStart()) : enough(bytes, jpeg, divisor, shrink);
                planes = any(memory, enough, jpeg.hasManyScans(), header, divisor);
            }
            DecodedPlanes decoded = planes.map(all -> DecodedPlanes.ofJpeg(all, header, divisor))
                    .orElseThrow(() -> new NotNativeException(UNDECODABLE));
            return new PlanarSamples(code, decoded, colour(jpeg));
        }

        /** Decodes by our own decoder, which needs only a part of the coefficients. */
        private Optional<Planes> baseline(NativeMemory memory, byte[] bytes, Header header, int divisor) {
            long copy = memory.copy(bytes);
            Optional<Planes> planes =
                    code.jpeg.decodeBaseline(memory, copy, bytes.length, header.width(), header.height(), divisor);
            memory.release(copy);
            return planes;
        }

        /** Decodes a progressive JPEG by our own decoder, and by libjpeg-turbo if it is unusual. */
        private Optional<Planes> any(
                NativeMemory memory, byte[] bytes, boolean progressive, Header header, int divisor) {
            long copy = memory.copy(bytes);
            int width = header.width();
            int height = header.height();
            int scans = JpegScanCheck.most((long) width * height);
            Optional<Planes> own = progressive
                    ? code.jpeg.decodeProgressive(memory, copy, bytes.length, width, height, divisor, scans)
                    : Optional.empty();
            Optional<Planes> planes =
                    own.or(() -> code.jpeg.decode(memory, copy, bytes.length, width, height, divisor, scans));
            memory.release(copy);
            return planes;
        }

        private static Colour colour(JpegHeader jpeg) {
            return IccColour.of(jpeg.profile().orElse(null), jpeg.components());
        }

        private static byte[] enough(byte[] original, JpegHeader jpeg, int divisor, double shrink) throws IOException {
            byte[] visible = JpegVisibleScans.of(original, jpeg, shrink);
            return divisor == 2 || divisor == 4 ? JpegLowPass.of(visible, jpeg, BLOCK / divisor) : visible;
        }
    }

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
        return new OpenJpeg(code, jpeg);
    }

    private static void checkPlain(JpegHeader header) throws NotNativeException {
        if (header.isLossless()) {
            throw new NotNativeException("JPEG is lossless");
        }
        if (header.depth() != 8) {
            throw new NotNativeException("JPEG has " + header.depth() + " bits per sample");
        }
        if (header.components() == 1 && header.profile().isPresent()) {
            throw new NotNativeException("JPEG is grey and has a profile");
        }
        if (header.components() == 3 && !header.isYcc()) {
            throw new NotNativeException("JPEG is stored as RGB");
        }
        if (header.components() != 1 && header.components() != 3) {
            throw new NotNativeException("JPEG has " + header.components() + " components");
        }
    }
}
