package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.localedge.lambda.LambdaFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the contents of pregenerate.zip and regional.zip. */
class JavaFunctionContentsPackagedTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> CONTENTS = List.of(
            "LICENSE",
            "NOTICE.md",
            "crac.txt",
            "edgepix.json",
            "lib/app.jar",
            "lib/libwebp-imageio.so",
            "native/",
            "runtime/legal/",
            "twelvemonkeys.txt");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({
        "regional, ''",
        "pregenerate, jmustache.txt lib/openhtmltopdf-core.jar lib/openhtmltopdf-pdfbox.jar noto-sans-LICENSE.txt"
                + " noto-sans-jp-LICENSE.txt noto-sans-math-LICENSE.txt noto-sans-symbols-2-LICENSE.txt"
    })
    void theZip_isTheProgramItsLibrariesAndTheConfiguration(String module, String more) throws IOException {
        try (ZipFile zip = new ZipFile(zip(module).toFile())) {
            assertThat(zip.stream()
                            .map(entry -> entry.getName()
                                    .replaceFirst("^(native|runtime/legal)/.*", "$1/")
                                    .replaceFirst("-[0-9.]+\\.jar$", ".jar"))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(CONTENTS.stream(), Arrays.stream(more.split(" ", -1)))
                                    .filter(name -> !name.isEmpty())
                                    .toList());
            assertThat(zip.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(JavaFunctionZip.MAX_UNPACKED_BYTES);
            assertThat(Files.size(zip(module))).isLessThan(JavaFunctionZip.MAX_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pregenerate", "regional"})
    void theZip_madeAgain_isTheSameByteForByte(String module) throws IOException {
        Path again = scratch.resolve("again.zip");

        new JavaFunctionZip(module)
                .write(
                        ROOT.resolve(module).resolve("target"),
                        ROOT.resolve("imaging/target/native"),
                        ROOT.resolve("LICENSE"),
                        "{}\n",
                        scratch,
                        again);

        assertThat(again).hasSameBinaryContentAs(zip(module));
    }

    @ParameterizedTest
    @CsvSource({
        "pregenerate, io/edgepix/pregenerate/lambda/PregenerateHandler.class",
        "regional, io/edgepix/regional/RegionalHandler.class"
    })
    void theZip_hasNativeCodeForLambdaAlone(String module, String handler) throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(zip(module), null);
                JarFile app = new JarFile(unpacked.path().resolve("lib/app.jar").toFile())) {
            Platform.check(unpacked.path());
            assertThat(unpacked.path().resolve("native/edgepix-svg")).isExecutable();
            List<String> names = app.stream().map(Object::toString).toList();
            assertThat(names)
                    .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"))
                    .contains(handler);
        }
    }

    private static Path zip(String module) {
        return Dist.folder().resolve(module + ".zip");
    }
}
