package io.edgepix.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the text of an {@code edgepix.json} file. */
public final class ConfigText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigText() {}

    /**
     * Returns the text without its byte-order mark.
     *
     * @throws ConfigException if the file cannot be read or is not UTF-8; the message has its name
     */
    public static String of(Path file) {
        try {
            return decoded(Files.readAllBytes(file));
        } catch (ConfigException e) {
            throw e.in(file.toString());
        } catch (IOException e) {
            throw new ConfigException("", reason(file, e)).in(file.toString());
        }
    }

    private static String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "expected a file, got a folder";
        }
        return e instanceof AccessDeniedException
                ? "cannot be read: permission denied"
                : "cannot be read: " + e.getMessage();
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position());
        }
        String text = out.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static ConfigException notUtf8(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        String got = isUtf16(bytes)
                ? "UTF-16, by its byte-order mark"
                : "the byte 0x" + Integer.toHexString(bytes[at] & 0xFF) + " at offset " + at;
        return new ConfigException(List.of(new ConfigException.Fault(line, "", "expected UTF-8, got " + got)));
    }

    private static boolean isUtf16(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length < 2 ? 0 : bytes[1] & 0xFF;
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    }
}
