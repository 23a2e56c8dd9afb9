package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.lambda.LambdaFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the contents of pregenerate.zip. */
class PregenerateContentsPackagedTest {
    private static final Path ROOT = Path.of("../..");

    @TempDir
    Path scratch;

    @Test
    void theZip_isTheProgramItsLibrariesAndTheConfiguration() throws IOException {
        try (ZipFile zip = new ZipFile(Dist.pregenerate().toFile())) {
            assertThat(zip.stream()
                            .map(entry -> entry.getName().replaceFirst("^(native|runtime/legal)/.*", "$1/"))
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "LICENSE",
                            "NOTICE.md",
                            "crac.txt",
                            "edgepix.json",
                            "lib/app.jar",
                            "lib/libwebp-imageio.so",
                            "native/",
                            "runtime/legal/",
                            "twelvemonkeys.txt");
            assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(PregenerateZip.MAX_UNPACKED_BYTES);
        }
    }

    @Test
    void theZip_madeAgain_isTheSameByteForByte() throws IOException {
        Path again = scratch.resolve("again.zip");

        PregenerateZip.write(
                ROOT.resolve("pregenerate/target"),
                ROOT.resolve("imaging/target/native"),
                ROOT.resolve("LICENSE"),
                "{}\n",
                scratch,
                again);

        assertThat(again).hasSameBinaryContentAs(Dist.pregenerate());
    }

    @Test
    void theZip_hasNativeCodeForLambdaAlone() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.pregenerate(), null);
                JarFile app = new JarFile(unpacked.path().resolve("lib/app.jar").toFile())) {
            Platform.check(unpacked.path());
            assertThat(unpacked.path().resolve("native/edgepix-svg")).isExecutable();
            List<String> names = app.stream().map(Object::toString).toList();
            assertThat(names)
                    .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"))
                    .contains("io/edgepix/pregenerate/lambda/PregenerateHandler.class");
        }
    }
}
