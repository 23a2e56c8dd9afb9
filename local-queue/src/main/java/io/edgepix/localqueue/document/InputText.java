package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file in UTF-8, or the standard input.
 *
 * @param name the path of the file, or a hyphen for the standard input
 */
public record InputText(String name) {
    /** The name of the standard streams. */
    public static final String STANDARD = "-";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Returns the words for this input. */
    public String place() {
        return name.equals(STANDARD) ? "the standard input" : name;
    }

    /**
     * Returns the text without a byte order mark.
     *
     * @throws CommandException if the file does not exist, is too large or is not in UTF-8
     */
    public String read(int maxBytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(maxBytes)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandException(place() + ": expected UTF-8, got other bytes", e);
        } catch (NoSuchFileException e) {
            throw new CommandException(place() + ": expected a file, got none", e);
        } catch (IOException e) {
            throw new CommandException("cannot read " + place() + ": " + e.getMessage(), e);
        }
    }

    private byte[] bytes(int maxBytes) throws IOException {
        if (name.equals(STANDARD)) {
            return bytes(System.in, maxBytes);
        }
        Path file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new CommandException(name + ": expected a file, got a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in, maxBytes);
        }
    }

    private byte[] bytes(InputStream in, int maxBytes) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes);
        if (in.read() >= 0) {
            throw new CommandException(place() + ": expected at most " + maxBytes + " bytes, got more");
        }
        return bytes;
    }
}
