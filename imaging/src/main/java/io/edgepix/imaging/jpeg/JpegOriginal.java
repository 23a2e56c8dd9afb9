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
 * A JPEG that is open, decoded no finer than the derivative needs and without conversion of what is only shrunk away.
 *
 * <p>What is not baseline, progressive or lossless, or not as the standard has it, goes to {@link JpegReader}.
 */
public final class JpegOriginal implements Original {
    private static final int CMYK = 4;

    /**
     * A JPEG as the standard has it.
     *
     * @param bytes with all segments where their lengths say
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are not copied, and never compared
    public record Repaired(byte[] bytes, JpegHeader header) {}

    private final byte[] bytes;
    private final JpegHeader jpeg;
    private final boolean isSound;
    private final boolean part;
    private final @Nullable JpegRecoder recoder;
    private final Header header;
    private @Nullable Repaired whole;

    private JpegOriginal(byte[] bytes, JpegHeader jpeg, boolean isSound, boolean part, @Nullable JpegRecoder recoder) {
        this.bytes = bytes;
        this.jpeg = jpeg;
        this.isSound = isSound;
        this.part = part;
        this.recoder = recoder;
        this.header = new Header(jpeg.width(), jpeg.height(), Exif.orientation(jpeg.exif()));
    }

    /**
     * Reads the header, repaired if need be.
     *
     * @param part whether as much is decoded as can be read
     * @param recoder for arithmetic coding; null if there is none
     */
    static JpegOriginal open(byte[] bytes, boolean part, @Nullable JpegRecoder recoder) throws IOException {
        try {
            return new JpegOriginal(bytes, JpegHeader.read(bytes), true, part, recoder);
        } catch (IOException | IndexOutOfBoundsException e) {
            JpegHeader repaired = JpegHeader.read(JpegRepair.part(bytes));
            return new JpegOriginal(bytes, repaired, false, part, recoder);
        }
    }

    @Override
    public Header header() {
        return header;
    }

    /** Returns what its segments before the first scan say. */
    public JpegHeader jpeg() {
        return jpeg;
    }

    /** Returns the file as it is stored. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether the header was read from the file as it is stored. */
    public boolean isSound() {
        return isSound;
    }

    @Override
    public long nanos() throws IOException {
        if (isSound) {
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
     * Repairs the file, once; the file itself if nothing has to be repaired.
     *
     * @throws IOException if it ends before its last scan, has too many, or a component has none
     */
    public Repaired whole() throws IOException {
        if (whole == null) {
            byte[] repaired = JpegRepair.whole(bytes);
            whole = repaired(repaired);
        }
        return whole;
    }

    private Repaired repaired(byte[] repaired) throws IOException {
        boolean known = !isSound || Arrays.equals(repaired, bytes);
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
            return new Samples(JpegPlanes.decode(jpeg.bytes(), header, detail).planes(), colour(header));
        } catch (IOException | IndexOutOfBoundsException e) {
            // What is odd here may be all right to the reader, and it says better what is not.
            return JpegReader.decode(jpeg.bytes(), header, detail, colour(header), true)
                    .with(Notice.failed("left to ImageIO's reader of JPEG", e));
        }
    }

    /** What is missing is grey, as it is to other decoders. */
    private static Samples decodePart(Repaired jpeg, Detail detail) throws IOException {
        JpegHeader header = jpeg.header();
        if (header.isLossless()) {
            return new Samples(JpegLossless.decodePart(jpeg.bytes(), header), colour(header));
        }
        return JpegProcess.isHuffman(header)
                ? new Samples(
                        JpegPlanes.decodePart(jpeg.bytes(), header, detail).planes(), colour(header))
                : JpegReader.decode(jpeg.bytes(), header, detail, colour(header), false);
    }

    /** What the samples mean, as they are stored. */
    private static Colour colour(JpegHeader header) {
        Colour colour = IccColour.of(header.profile(), header.components());
        if (header.components() != CMYK) {
            return header.components() == 3 && header.isYcc() ? new YccColour(colour) : colour;
        }
        // Without Adobe's marker, too: browsers take all CMYK for inverted.
        Colour stored = colour.inverted();
        return header.isYcc() ? new YcckColour(stored) : stored;
    }
}
