package io.edgepix.packaging;

import io.edgepix.localedge.bucket.LocalBucket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of the loopback address for the S3 server of the training. The JDK's keytool creates it, valid for a
 * day.
 */
final class Certificate {
    private Certificate() {}

    static LocalBucket.KeyStoreFile make(Path folder) throws IOException {
        Path file = folder.resolve("s3.p12");
        String password = UUID.randomUUID().toString();
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "s3",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Processes.await(process, 30, TimeUnit.SECONDS, "keytool");
        return new LocalBucket.KeyStoreFile(file, password);
    }
}
