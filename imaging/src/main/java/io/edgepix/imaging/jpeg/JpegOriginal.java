package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.codec.Samples;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.colour.IccColour;
import io.edgepix.imaging.colour.YccColour;
import io.edgepix.imaging.colour.YcckColour;
import io.edgepix.imaging.exif.Exif;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An open JPEG. It is decoded only as finely as the derivative needs, and its samples are converted after shrinking.
 *
 * <p>JPEGs that are not baseline, progressive or lossless, and those that break the standard, go to {@link JpegReader}.
 */
public final class JpegOriginal implements Original {
    private static final int CMYK = 4;

    /**
     * A JPEG whose segments follow the standard.
     *
     * @param bytes the file; every segment has the length that it states
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are not copied, and never compared
    public record Repaired(byte[] bytes, JpegHeader header) {}

    /** The state of the header in the file. */
    private enum Stored {
        SOUND,
        /** The header could only be read after a repair. */
        DAMAGED
    }

    private final byte[] bytes;
    private final JpegHeader jpeg;
    private final Stored stored;
    private final boolean part;
    private final @Nullable JpegRecoder recoder;
    private final Header header;
    private @Nullable Repaired whole;

    private JpegOriginal(byte[] bytes, JpegHeader jpeg, Stored stored, boolean part, @Nullable JpegRecoder recoder) {
        this.bytes = bytes;
        this.jpeg = jpeg;
        this.stored = stored;
        this.part = part;
        this.recoder = recoder;
        this.header = new Header(
                jpeg.width(), jpeg.height(), Exif.orientation(jpeg.exif().orElse(null)));
    }

    /**
     * Reads the header, and repairs it if necessary.
     *
     * @param part whether a damaged original is decoded as far as possible
     * @param recoder recodes arithmetic coding; null if there is none
     */
    static JpegOriginal open(byte[] bytes, boolean part, @Nullable JpegRecoder recoder) throws IOException {
        try {
            return new JpegOriginal(bytes, JpegHeader.read(bytes), Stored.SOUND, part, recoder);
        } catch (IOException | IndexOutOfBoundsException e) {
            JpegHeader repaired = JpegHeader.read(JpegRepair.part(bytes));
            return new JpegOriginal(bytes, repaired, Stored.DAMAGED, part, recoder);
        }
    }

    @Override
    public Header header() {
        return header;
    }

    /** Returns the segments before the first scan. */
    public JpegHeader jpeg() {
        return jpeg;
    }

    /** Returns the file as it is stored. */
    public byte[] bytes() {
        return bytes;
    }

    /** Tells whether the header was read from the file as it is stored. */
    public boolean isSound() {
        return stored == Stored.SOUND;
    }

    @Override
    public long nanos() throws IOException {
        if (isSound()) {
            try {
                return JpegCost.nanos(bytes, jpeg);
            } catch (IndexOutOfBoundsException e) {
                byte[] repaired = JpegRepair.part(bytes);
                return JpegCost.nanos(repaired, JpegHeader.read(repaired));
            }
        }
        return JpegCost.nanos(JpegRepair.part(bytes), jpeg);
    }

    /**
     * Returns the repaired file, or the file itself if nothing has to be repaired. It is repaired on the first call
     * only.
     *
     * @throws IOException if the file ends before its last scan, has too many scans, or a component has no scan
     */
    public Repaired whole() throws IOException {
        if (whole == null) {
            byte[] repaired = JpegRepair.whole(bytes);
            whole = repaired(repaired);
        }
        return whole;
    }

    private Repaired repaired(byte[] repaired) throws IOException {
        boolean known = !isSound() || Arrays.equals(repaired, bytes);
        return new Repaired(repaired, known ? jpeg : JpegHeader.read(repaired));
    }

    @Override
    public Samples decode(Detail detail) throws IOException {
        if (recoder != null && JpegProcess.isArithmetic(jpeg)) {
            Repaired arithmetic = whole();
            return open(recoder.huffman(arithmetic.bytes(), arithmetic.header()), part, null)
                    .decode(detail);
        }
        return part ? decodePart(repaired(JpegRepair.part(bytes)), detail) : decode(whole(), detail);
    }

    private static Samples decode(Repaired jpeg, Detail detail) throws IOException {
        JpegHeader header = jpeg.header();
        if (header.isLossless()) {
            return new Samples(JpegLossless.decode(jpeg.bytes(), header), colour(header));
        }
        if (!JpegProcess.isHuffman(header)) {
            return JpegReader.decode(jpeg.bytes(), header, detail, colour(header), true);
        }
        try {
            return new Samples(
                    JpegScanDecoder.decode(jpeg.bytes(), header, detail).planes(), colour(header));
        } catch (IOException | IndexOutOfBoundsException e) {
            // The reader may accept unusual files, and it describes damage more precisely.
            return JpegReader.decode(jpeg.bytes(), header, detail, colour(header), true)
                    .with(Notice.failed("left to ImageIO's JPEG reader", e));
        }
    }

    /** Decodes as far as possible. Missing samples are grey, as in other decoders. */
    private static Samples decodePart(Repaired jpeg, Detail detail) throws IOException {
        JpegHeader header = jpeg.header();
        if (header.isLossless()) {
            return new Samples(JpegLossless.decodePart(jpeg.bytes(), header), colour(header));
        }
        return JpegProcess.isHuffman(header)
                ? new Samples(
                        JpegScanDecoder.decodePart(jpeg.bytes(), header, detail).planes(), colour(header))
                : JpegReader.decode(jpeg.bytes(), header, detail, colour(header), false);
    }

    /** Returns the colour space of the samples, as they are stored. */
    private static Colour colour(JpegHeader header) {
        Colour colour = IccColour.of(header.profile().orElse(null), header.components());
        if (header.components() != CMYK) {
            return header.components() == 3 && header.isYcc() ? new YccColour(colour) : colour;
        }
        // Even without an Adobe marker, browsers treat CMYK as inverted.
        Colour stored = colour.inverted();
        return header.isYcc() ? new YcckColour(stored) : stored;
    }
}
