package io.edgepix.localqueue.inventory;

import io.edgepix.pregenerate.listing.ListingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of an inventory's file. */
final class Md5 {
    private Md5() {}

    /**
     * Checks a file, unless the manifest has no checksum.
     *
     * @throws ListingException if the file is a different one, or was cut short
     */
    static void check(InventoryManifest.DataFile data, Path file) {
        if (data.MD5checksum() == null || data.MD5checksum().isEmpty()) {
            return;
        }
        String actual = of(file);
        if (!actual.equalsIgnoreCase(data.MD5checksum())) {
            throw new ListingException(data.key() + ": expected the MD5 checksum " + data.MD5checksum()
                    + " of the manifest, got " + actual + "; the file is cut short or was replaced");
        }
    }

    private static String of(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
