package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.lambda.LambdaFolder;
import io.edgepix.localedge.lambda.MissEvent;
import io.edgepix.localedge.lambda.NodeProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the packaged runtime with an S3 over TLS, as AWS's own is. */
class TlsPackagedTest {
    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void originResponse_overTls_rendersOnlyIfItTrustsTheCertificate() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("bucket"));
        TrainingPictures.write(pictures);
        LocalBucket.KeyStoreFile certificate = Certificate.make(folder);
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
                LocalBucket bucket = LocalBucket.open(pictures, certificate)) {
            assertThat(answer(unpacked, bucket)).contains("\"status\":\"503\"");
            assertThat(log).anyMatch(line -> line.contains("PKIX path building failed"));
            assertThat(pictures.resolve("100x100/webp/baseline.jpg")).doesNotExist();

            trust(certificate, unpacked.path().resolve("runtime/lib/security/jssecacerts"));

            assertThat(answer(unpacked, bucket)).contains("\"status\":\"200\"");
            assertThat(pictures.resolve("100x100/webp/baseline.jpg")).isNotEmptyFile();
        }
    }

    private String answer(LambdaFolder unpacked, LocalBucket bucket) throws IOException {
        Map<String, String> environment = new HashMap<>(bucket.lambdaEnvironment());
        environment.put("AWS_ENDPOINT_URL_S3", bucket.secureEndpoint().toString());
        try (NodeProcess node = NodeProcess.start(unpacked.path(), "index.mjs", environment, log::add)) {
            return node.answer(MissEvent.of("GET", "/100x100/webp/baseline.jpg", bucket.bucket(), "us-east-1"))
                    .toString();
        }
    }

    private static void trust(LocalBucket.KeyStoreFile certificate, Path file) throws Exception {
        KeyStore made = KeyStore.getInstance(
                certificate.file().toFile(), certificate.password().toCharArray());
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("s3", made.getCertificate("s3"));
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, "changeit".toCharArray());
        }
    }
}
