package io.edgepix.localedge.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.OfferReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaFolderTest {
    private static final String CONFIG = "{\"sizes\":{\"open\":700}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write("packaged".getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void unpack_withoutAnotherConfiguration_hasThePackagedOne() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(zip("edgepix.json", Offer.FILE), null)) {
            assertThat(unpacked.path().resolve("edgepix.json")).hasContent("packaged");
            assertThat(unpacked.path().resolve(Offer.FILE)).hasContent("packaged");
        }
    }

    @Test
    void unpack_withAnotherConfiguration_hasItsOfferToo() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(zip("edgepix.json", Offer.FILE), CONFIG)) {
            assertThat(unpacked.path().resolve("edgepix.json")).hasContent(CONFIG);
            assertThat(OfferReader.read(Files.readString(unpacked.path().resolve(Offer.FILE))))
                    .isEqualTo(ConfigReader.read(CONFIG).offer());
        }
    }

    @Test
    void unpack_aFunctionThatReadsItsConfigurationItself_getsNoOffer() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(zip("edgepix.json"), CONFIG)) {
            assertThat(unpacked.path().resolve("edgepix.json")).hasContent(CONFIG);
            assertThat(unpacked.path().resolve(Offer.FILE)).doesNotExist();
        }
    }
}
