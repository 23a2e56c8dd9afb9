package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.localedge.lambda.LambdaFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the contents of the zips. */
class ContentsPackagedTest {
    private static final Path ROOT = Path.of("../..");

    @TempDir
    Path scratch;

    @Test
    void viewerRequest_isTheRuleItsHandlerAndTheConfiguration() throws IOException {
        try (ZipFile zip = new ZipFile(Dist.viewerRequest().toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("LICENSE", "NOTICE.md", "edgepix.json", "index.js", "offer.txt", "rule.js");
            for (String name : List.of("index.js", "rule.js")) {
                assertThat(zip.getInputStream(zip.getEntry(name)).readAllBytes())
                        .isEqualTo(Files.readAllBytes(ROOT.resolve("viewer-request/target/js/" + name)));
            }
        }
        assertThat(Files.size(Dist.viewerRequest())).isLessThan(ViewerRequestZip.MAX_BYTES);
    }

    @Test
    void viewerRequest_madeAgain_isTheSameByteForByte() throws IOException {
        Path again = scratch.resolve("again.zip");

        ViewerRequestZip.write(ROOT.resolve("viewer-request/target"), ROOT.resolve("LICENSE"), "{}\n", scratch, again);

        assertThat(again).hasSameBinaryContentAs(Dist.viewerRequest());
    }

    @Test
    void originResponse_hasTheFilesOfTheLauncherAtItsRoot() throws IOException {
        try (ZipFile zip = new ZipFile(Dist.originResponse().toFile())) {
            assertThat(zip.stream()
                            .map(entry -> entry.getName().replaceFirst("/.*", "/"))
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "LICENSE",
                            "NOTICE.md",
                            "twelvemonkeys.txt",
                            "answers.mjs",
                            "app.aot",
                            "app.jar",
                            "child.mjs",
                            "constants.mjs",
                            "derivative-path.mjs",
                            "edgepix.json",
                            "every-answer.mjs",
                            "frames.mjs",
                            "index.mjs",
                            "java.mjs",
                            "launcher.mjs",
                            "native/",
                            "runtime/",
                            "settings.mjs",
                            "stored.mjs");
        }
        assertThat(Files.size(Dist.originResponse())).isLessThanOrEqualTo(OriginResponseZip.MAX_BYTES);
    }

    @Test
    void originResponse_hasNativeCodeForLambdaAlone() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null)) {
            Platform.check(unpacked.path());
            assertThat(unpacked.path().resolve("runtime/bin/java")).isExecutable();
            assertThat(unpacked.path().resolve("runtime/lib/jspawnhelper")).isExecutable();
            assertThat(unpacked.path().resolve("native/edgepix-svg")).isExecutable();
            try (JarFile app = new JarFile(unpacked.path().resolve("app.jar").toFile());
                    Stream<String> names = app.stream().map(Object::toString)) {
                assertThat(names).noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"));
            }
        }
    }

    @Test
    void theProgram_hasEveryCodecAndNoUnusedClass() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
                JarFile app = new JarFile(unpacked.path().resolve("app.jar").toFile())) {
            for (String kind : List.of("ImageReaderSpi", "ImageWriterSpi", "ImageInputStreamSpi")) {
                String providers = new String(
                        app.getInputStream(app.getEntry("META-INF/services/javax.imageio.spi." + kind))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                assertThat(providers.lines().map(name -> name.replace('.', '/') + ".class"))
                        .isNotEmpty()
                        .allMatch(name -> app.getEntry(name) != null);
            }
            assertThat(app.stream().map(Object::toString))
                    .contains("software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner.class")
                    .doesNotContain("software/amazon/awssdk/services/s3/S3Client.class");
        }
    }

    @Test
    void originResponse_containsTheLicencesOfItsLibraries() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null);
                JarFile app = new JarFile(unpacked.path().resolve("app.jar").toFile())) {
            assertThat(unpacked.path().resolve("runtime/legal/java.base/LICENSE"))
                    .isNotEmptyFile();
            assertThat(app.stream().map(Object::toString))
                    .anyMatch(name -> name.matches("META-INF/legal/webp-imageio-.*/LICENSE"))
                    .anyMatch(name -> name.matches("META-INF/legal/http-auth-aws-.*/LICENSE.*"))
                    .anyMatch(name -> name.matches("META-INF/legal/third-party-jackson-.*/FastDoubleParser-LICENSE"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LICENSE, Apache License",
        "NOTICE.md, native/NOTICE.md",
        "twelvemonkeys.txt, Harald Kuhr",
        "native/notices/LGPL-3.0.txt, GNU LESSER GENERAL PUBLIC LICENSE",
        "native/notices/GPL-3.0.txt, GNU GENERAL PUBLIC LICENSE",
        "native/notices/MPL-1.1.txt, Mozilla Public License Version 1.1",
        "native/notices/jpeg.txt, the work of the Independent JPEG Group",
        "native/notices/webp.txt, Google Inc.",
        "native/notices/aom.txt, Alliance for Open Media Patent License 1.0",
        "runtime/legal/java.base/LICENSE, GNU General Public License",
        "runtime/legal/java.base/ASSEMBLY_EXCEPTION, Classpath",
        "runtime/legal/java.desktop/LICENSE, Please see ../java.base/LICENSE",
        "runtime/legal/java.desktop/freetype.md, FreeType"
    })
    void originResponse_hasEveryTextThatItOwes(String name, String words) throws IOException {
        try (ZipFile zip = new ZipFile(Dist.originResponse().toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8))
                    .contains(words);
        }
    }

    /** Repeats a check of the packager on the finished zip. */
    @Test
    void originResponse_hasANoticeForEachLibrary() throws IOException {
        try (LambdaFolder unpacked = LambdaFolder.unpack(Dist.originResponse(), null)) {
            List<String> jars = Files.readString(ROOT.resolve("origin-response/target/classpath"))
                    .strip()
                    .transform(path -> Stream.of(path.split(File.pathSeparator)))
                    .map(jar -> Path.of(jar).getFileName().toString())
                    .toList();

            Layout layout = new Layout(unpacked.path());

            Notices.check(layout, layout.appJar(), jars);

            assertThatThrownBy(() -> Notices.check(layout, layout.appJar(), List.of("new-1.0.jar")))
                    .isInstanceOf(PackagingException.class)
                    .hasMessageContaining("NOTICE.md has no row for new-1.0.jar");
        }
    }
}
