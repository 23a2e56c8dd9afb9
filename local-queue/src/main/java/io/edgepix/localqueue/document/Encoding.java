package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The encoding of a file with rows.
 *
 * @param charset how bytes become characters
 */
public record Encoding(Charset charset) {
    /** The encoding of most files. */
    public static final String UTF_8 = "UTF-8";

    /** Excel calls it Shift_JIS too, and writes characters such as 髙 that the standard lacks. */
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final Set<String> SHIFT_JIS = Set.of("shift_jis", "shift-jis", "sjis", "cp932", "ms932");
    private static final int CHUNK = 1 << 16;

    /** Counts the lines of characters. */
    private static final class Lines implements Consumer<CharBuffer> {
        private long line = 1;

        @Override
        public void accept(CharBuffer characters) {
            for (int i = 0; i < characters.length(); i++) {
                if (characters.charAt(i) == '\n') {
                    line++;
                }
            }
        }
    }

    /**
     * Returns the encoding of a name.
     *
     * @throws CommandException if there is none
     */
    public static Encoding of(String name) {
        if (SHIFT_JIS.contains(name.toLowerCase(Locale.ROOT))) {
            return new Encoding(WINDOWS_31J);
        }
        try {
            return new Encoding(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandException(
                    "--encoding: expected the name of an encoding such as UTF-8 or Shift_JIS, got '" + name + "'", e);
        }
    }

    /**
     * Decodes all bytes.
     *
     * @param file the name of the file, for errors
     * @throws CommandException if some bytes are not of this encoding, with their line
     */
    void check(String file, InputStream in) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        Lines lines = new Lines();
        boolean isEnd = false;
        while (!isEnd) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            isEnd = count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
            CoderResult result = decode(decoder, bytes, characters, isEnd, lines);
            if (result.isError()) {
                throw new CommandException(file + ", line " + lines.line + ": expected " + charset.name()
                        + ", got other bytes" + advice());
            }
            bytes.compact();
        }
    }

    private static CoderResult decode(
            CharsetDecoder decoder, ByteBuffer bytes, CharBuffer characters, boolean isEnd, Lines lines) {
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, isEnd);
            lines.accept(characters.flip());
            characters.clear();
            if (!result.isOverflow()) {
                return result;
            }
        }
    }

    private String advice() {
        return charset.equals(StandardCharsets.UTF_8)
                ? "; for a file of Excel in Japanese, try --encoding Shift_JIS"
                : "; without --encoding, it is UTF-8";
    }
}
