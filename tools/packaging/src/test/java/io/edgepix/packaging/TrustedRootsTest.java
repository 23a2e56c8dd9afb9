package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the certificates that the JDK of the test trusts. */
class TrustedRootsTest {
    @TempDir
    Path folder;

    private Path cacerts = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        cacerts = copyTo("cacerts");
    }

    @Test
    void ofAllAuthorities_thoseOfAmazonRemain() throws Exception {
        TrustedRoots.keepAmazon(cacerts);

        KeyStore left = KeyStore.getInstance(cacerts.toFile(), "changeit".toCharArray());
        assertThat(Collections.list(left.aliases()))
                .extracting(alias -> ((X509Certificate) left.getCertificate(alias))
                        .getSubjectX500Principal()
                        .getName())
                .contains("CN=Amazon Root CA 1,O=Amazon,C=US")
                .allMatch(name -> name.contains("Amazon") || name.contains("Starfield"));
    }

    @Test
    void theSameFile_givesTheSameBytes() throws IOException {
        Path again = copyTo("again");

        TrustedRoots.keepAmazon(cacerts);
        TrustedRoots.keepAmazon(again);

        assertThat(again).hasSameBinaryContentAs(cacerts);
    }

    @Test
    void aFileWithNoneOfThem_isRefused() throws Exception {
        KeyStore empty = KeyStore.getInstance("JKS");
        empty.load(null, null);
        try (var out = Files.newOutputStream(cacerts)) {
            empty.store(out, "changeit".toCharArray());
        }

        assertThatThrownBy(() -> TrustedRoots.keepAmazon(cacerts)).hasMessageContaining("no authority of Amazon");
    }

    private Path copyTo(String name) throws IOException {
        return Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), folder.resolve(name));
    }
}
