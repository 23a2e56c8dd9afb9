package io.edgepix.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/**
 * The certificate authorities that a runtime trusts: only those of Amazon Trust Services, which sign for AWS. Reading
 * the other 140 would take a large part of the time in which an S3 client is created.
 */
final class TrustedRoots {
    private static final List<String> AMAZON = List.of("O=Amazon,", "O=Starfield Technologies\\,");

    /** The password of the JDK's file, which contains nothing secret. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustedRoots() {}

    /**
     * Removes all other authorities from the file {@code cacerts}. The same file always results in the same bytes.
     *
     * @throws PackagingException if the file contains no authority of Amazon
     */
    static void keepAmazon(Path cacerts) throws IOException {
        try {
            KeyStore roots = KeyStore.getInstance(cacerts.toFile(), PASSWORD);
            for (String alias : Collections.list(roots.aliases())) {
                if (!isAmazon((X509Certificate) roots.getCertificate(alias))) {
                    roots.deleteEntry(alias);
                }
            }
            if (roots.size() == 0) {
                throw new PackagingException("this JDK trusts no authority of Amazon");
            }
            try (OutputStream out = Files.newOutputStream(cacerts)) {
                roots.store(out, PASSWORD);
            }
        } catch (GeneralSecurityException e) {
            throw new PackagingException("cannot read the certificates that this JDK trusts: " + e.getMessage(), e);
        }
    }

    private static boolean isAmazon(X509Certificate root) {
        String name = root.getSubjectX500Principal().getName();
        return AMAZON.stream().anyMatch(name::contains);
    }
}
