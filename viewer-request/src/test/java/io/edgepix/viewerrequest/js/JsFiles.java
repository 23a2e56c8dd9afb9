package io.edgepix.viewerrequest.js;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JavaScript files that are packaged. */
final class JsFiles {
    private JsFiles() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Entry.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
