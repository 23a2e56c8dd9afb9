package io.edgepix.documents.pictures;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Reads URLs that contain their data. */
final class DataUrl {
    private DataUrl() {}

    /** Returns the bytes of a {@code data:} URL; empty if it is malformed. */
    static Optional<byte[]> read(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        boolean base64 =
                url.substring(0, comma).toLowerCase(Locale.ROOT).strip().endsWith(";base64");
        try {
            String decoded = Key.ofPath("/" + url.substring(comma + 1)).value();
            return Optional.of(
                    base64 ? Base64.getMimeDecoder().decode(decoded) : decoded.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
