package io.edgepix.localedge.bucket;

import io.edgepix.derivative.Key;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Parses the key in a path as S3 does. */
public final class ObjectKey {
    private ObjectKey() {}

    /** Returns the key without its leading slash, or empty if S3 cannot parse the path. */
    public static Optional<String> of(String uri) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                OptionalInt octet = octet(uri, i + 1);
                if (octet.isEmpty()) {
                    return Optional.empty();
                }
                bytes.write(octet.getAsInt());
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return utf8(bytes.toByteArray())
                .filter(key -> !new Key(key).hasDotSegment())
                .filter(key -> key.indexOf('\0') < 0);
    }

    private static OptionalInt octet(String text, int at) {
        boolean isHex = at + 2 <= text.length()
                && HexFormat.isHexDigit(text.charAt(at))
                && HexFormat.isHexDigit(text.charAt(at + 1));
        return isHex ? OptionalInt.of(HexFormat.fromHexDigits(text, at, at + 2)) : OptionalInt.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
