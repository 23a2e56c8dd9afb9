package io.edgepix.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** SHA-256 hashes of names and contents. */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    /** Returns the hash of one file's content, 32 bytes. */
    static byte[] of(Path file) throws IOException {
        return sha256().digest(Files.readAllBytes(file));
    }

    /** Returns the hash of all inputs of an AOT cache: the program, the runtime, the flags and the code that trains. */
    static String ofTrained(Layout layout, List<Class<?>> training) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path path : Zip.files(layout.folder())) {
            if (!path.equals(layout.config())) {
                fingerprint.add(layout.folder().relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        for (Class<?> code : training) {
            fingerprint.add(code.getName(), bytes(code));
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private static byte[] bytes(Class<?> code) throws IOException {
        try (InputStream in = Objects.requireNonNull(code.getResourceAsStream(code.getSimpleName() + ".class"))) {
            return in.readAllBytes();
        }
    }

    private void add(String name, byte[] content) {
        digest.update((name + '\n' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
