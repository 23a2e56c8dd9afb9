package io.edgepix.imaging.avif;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.colour.CodePoints;
import io.edgepix.imaging.originals.BitWriter;
import io.edgepix.imaging.originals.FileEdits;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests sequence headers written bit by bit (AV1 specification, section 5.5). */
class Av1SequenceTest {
    private static final int SEQUENCE_HEADER = 1 << 3 | 2;

    private static Optional<Av1Sequence> read(byte[] stream) {
        return Av1Sequence.of(new BoxFields(stream, 0, stream.length));
    }

    private static byte[] unit(ByteArrayOutputStream header) {
        byte[] delimiter = {0x12, 0};
        return FileEdits.join(delimiter, new byte[] {SEQUENCE_HEADER, (byte) header.size()}, header.toByteArray());
    }

    private static void colours(BitWriter bits, int profile, int depth, boolean grey) {
        bits.write(depth > 8 ? 1 : 0, 1);
        if (profile == 2) {
            bits.write(depth > 10 ? 1 : 0, 1);
        }
        if (profile != 1) {
            bits.write(grey ? 1 : 0, 1);
        }
        bits.write(1, 1);
        bits.write(9, 8);
        bits.write(16, 8);
        bits.write(9, 8);
        bits.write(1, 1);
        bits.write(0xAA, 8);
        bits.flush();
    }

    @ParameterizedTest
    @CsvSource({"0, 8, false", "0, 10, true", "1, 10, false", "2, 10, false", "2, 12, true"})
    void of_headerOfAStillPicture_isRead(int profile, int depth, boolean grey) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        BitWriter bits = new BitWriter(header);
        bits.write(profile, 3);
        bits.write(0b11, 2);
        bits.write(8, 5);
        size(bits);
        bits.write(0b101, 3);
        bits.write(0b010, 3);
        colours(bits, profile, depth, grey);

        assertThat(read(unit(header))).contains(new Av1Sequence(grey, new CodePoints(9, 16), true));
    }

    private static void size(BitWriter bits) {
        bits.write(6, 4);
        bits.write(4, 4);
        bits.write(99, 7);
        bits.write(17, 5);
    }

    /** The header has timing, a decoder model, two operating points, frame ids and order hints. */
    @Test
    void of_headerWithAllParts_isRead() {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        BitWriter bits = new BitWriter(header);
        bits.write(0, 3);
        bits.write(0b00, 2);
        bits.write(1, 1); // timing
        bits.write(1, 32);
        bits.write(25, 32);
        bits.write(1, 1);
        bits.write(0b00101, 5); // ticks, as a number of variable length
        bits.write(1, 1); // decoder model, delays of 10 bits
        bits.write(9, 5);
        bits.write(7, 32);
        bits.write(0x155, 10);
        bits.write(1, 1); // display delays
        bits.write(1, 5);
        for (int level : new int[] {5, 9}) {
            bits.write(0xABC, 12);
            bits.write(level, 5);
            if (level > 7) {
                bits.write(1, 1);
            }
            bits.write(1, 1);
            bits.write(0x2AA, 10);
            bits.write(0x155, 10);
            bits.write(1, 1);
            bits.write(1, 1);
            bits.write(0b1010, 4);
        }
        size(bits);
        bits.write(1, 1); // frame ids
        bits.write(0b0101010, 7);
        bits.write(0b101, 3);
        bits.write(0b1010, 4);
        bits.write(1, 1); // order hints
        bits.write(0b10, 2);
        bits.write(0b01, 2); // screen content tools and integer motion vectors each stated by a bit of its own
        bits.write(0b01, 2);
        bits.write(0b110, 3);
        bits.write(0b101, 3);
        colours(bits, 0, 10, false);

        assertThat(read(unit(header))).contains(new Av1Sequence(false, new CodePoints(9, 16), true));
    }

    @Test
    void of_bytesWithoutAHeader_isNull() {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[5000])).isEmpty();
        assertThat(read(new byte[] {SEQUENCE_HEADER, 3, 0, 0})).isEmpty();
        assertThat(read(new byte[] {SEQUENCE_HEADER, 3, -1, -1, -1})).isEmpty();
        assertThat(read(new byte[] {0x32, -1, -1, -1, -1, -1, -1, -1, -1, 1})).isEmpty();
    }
}
