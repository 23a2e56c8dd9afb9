package io.edgepix.localedge.bucket;

import io.edgepix.derivative.Key;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parses the key in a path as S3 does. */
public final class ObjectKey {
    private ObjectKey() {}

    /** Returns the key without its leading slash, or null if S3 cannot parse the path. */
    public static @Nullable String of(String uri) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                int octet = octet(uri, i + 1);
                if (octet < 0) {
                    return null;
                }
                bytes.write(octet);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        String key = utf8(bytes.toByteArray());
        return key == null || new Key(key).hasDotSegment() || key.indexOf('\0') >= 0 ? null : key;
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = hex(text.charAt(at));
        int low = hex(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Returns the value of an ASCII digit only: {@link Character#digit} accepts digits of any script. */
    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
