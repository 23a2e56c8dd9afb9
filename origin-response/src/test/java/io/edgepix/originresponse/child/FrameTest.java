package io.edgepix.originresponse.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    @Test
    void aFrame_isReadAsItWasWritten() throws IOException {
        Frame read = read(written(new Frame("{\"key\":\"ねこ\"}", new byte[] {-1, 0, 7})))
                .orElseThrow();

        assertThat(read.json()).isEqualTo("{\"key\":\"ねこ\"}");
        assertThat(read.body()).containsExactly(-1, 0, 7);
    }

    @Test
    void aFrame_isTwoLengthsTheJsonAndTheBody() throws IOException {
        assertThat(written(new Frame("{}", new byte[] {-1})))
                .isEqualTo(HexFormat.of().parseHex("00000002" + "00000001" + "7b7d" + "ff"));
    }

    @Test
    void nothingMore_isTheEnd() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void aFrameThatEndsEarly_isAnError() throws IOException {
        byte[] whole = written(new Frame("{}", new byte[] {1, 2}));

        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff00000000", "7fffffff00000000", "0080000100000000", "00000000ffffffff"})
    void anImpossibleLength_isRefusedBeforeReading(String lengths) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(lengths)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 8388608");
    }

    @Test
    void aPart_ofTheGivenMaximum_isRead() throws IOException {
        byte[] frame = written(new Frame("{}", new byte[5]));

        assertThat(Frame.read(in(frame), 5).orElseThrow().body()).hasSize(5);
        assertThatThrownBy(() -> Frame.read(in(frame), 4)).hasMessage("expected a part of at most 4 bytes, got 5");
    }

    private static byte[] written(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Optional<Frame> read(byte[] bytes) throws IOException {
        return Frame.read(in(bytes));
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
