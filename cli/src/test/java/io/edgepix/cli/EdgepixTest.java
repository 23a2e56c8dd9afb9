package io.edgepix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Tests command lines. DIR stands for a folder with a picture. */
class EdgepixTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OLD_KEY = "fedcba9876543210fedcba9876543210";

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void paint() throws IOException {
        ImageIO.write(
                new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("in.png").toFile());
        byte[] whole = Files.readAllBytes(folder.resolve("in.png"));
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.createLink(folder.resolve("hard.png"), folder.resolve("in.png"));
        Files.createSymbolicLink(folder.resolve("soft.png"), Path.of("in.png"));
        Files.writeString(folder.resolve("comment.json"), "{\n// more\n}");
        Files.writeString(folder.resolve("mark.json"), "\uFEFF{\"defaultFit\":\"cover\"}");
        Files.writeString(folder.resolve("presets.json"), "{\"presets\":{\"tile\":\"50x50-cover-q5\"}}");
        Files.writeString(folder.resolve("wrong.json"), "{\"maxByte\":1}");
        Files.writeString(folder.resolve("signed.json"), "{\"signing\":{\"keys\":[\"" + "k".repeat(32) + "\"]}}");
        Files.writeString(folder.resolve("cover.json"), "{\"defaultFit\":\"cover\"}");
        Files.writeString(
                folder.resolve("keys.json"), "{\"signing\":{\"keys\":[\"" + KEY + "\",\"" + OLD_KEY + "\"]}}");
        Files.createDirectory(folder.resolve("sub"));
    }

    @ParameterizedTest
    @CsvSource({
        "--size 100x100 --format webp, 100, 67",
        "--size 100x100 --format jpg --fit cover, 100, 100",
        "--size 100x100 --format png --config DIR/cover.json, 100, 100",
        "--size 100x100 --format jpg --fit cover --fp top, 100, 100",
        "'--size 100x100 --format png --fit cover --fp 0.3,0.7', 100, 100",
        "--size 100x50 --format webp --fit fill, 100, 50",
        "--size 400x400 --format png --fit pad, 400, 400",
        "--size 9999 --format jpeg --quality 1, 300, 200",
        "--size 100x100 --format png --config DIR/mark.json, 100, 100",
        "--size tile --format png --config DIR/presets.json, 50, 50",
        "--size tile --format png --config DIR/presets.json --fit contain, 50, 33",
        "--size small --format png, 300, 200"
    })
    void render_aPicture_writesTheDerivativeAlone(String options, int width, int height) throws IOException {
        assertThat(run("render DIR/in.png DIR/sub/out " + options)).isZero();

        BufferedImage picture =
                Objects.requireNonNull(ImageIO.read(folder.resolve("sub/out").toFile()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);
        try (Stream<Path> files = Files.list(folder.resolve("sub"))) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "render DIR/none.png DIR/out --size 1 --format png                   | expected a file, got none",
                "render DIR/cut.png DIR/out --size 1 --format png                    | The PNG is damaged, cut short",
                "render DIR/wrong.json DIR/out --size 1 --format png                 | The file is JSON",
                "render DIR/in.png DIR/sub --size 1 --format png                     | expected a file to write, got a folder",
                "render DIR/in.png DIR/none/out --size 1 --format png                | cannot write",
                "render DIR/in.png DIR/out --size 0 --format png | --size: expected WxH, Wx, xH or W in whole pixels from 1 to"
                        + " 16383, or one of the presets small, medium, large, got '0'",
                "render DIR/in.png DIR/out --size tiny --format png                  | presets small, medium, large, got 'tiny'",
                "render DIR/in.png DIR/out --size tiny --format png --config DIR/presets.json | presets tile, got 'tiny'",
                "render DIR/in.png DIR/out --size 1 --format tiff                    | --format: expected webp, jpeg, jpg, png",
                "render DIR/in.png DIR/out --size 1                                  | expected an extension such as .webp",
                "render DIR/in.png DIR/out.tiff --size 1                             | expected an extension such as .webp",
                "render DIR/in.png DIR/in.png --size 1                               | expected a file other than the orig",
                "render DIR/in.png DIR/sub/../in.png --size 1                        | expected a file other than the orig",
                "render DIR/in.png DIR/hard.png --size 1                             | expected a file other than the orig",
                "render DIR/in.png DIR/soft.png --size 1                             | expected a file other than the orig",
                "render DIR/soft.png DIR/hard.png --size 1                           | expected a file other than the orig",
                "render DIR/in.png DIR/out --size 1x1 --format png --fit cover --fp 2,0 | --fp: fp must be two numbers",
                "render DIR/in.png DIR/out --size 9999x9999 --format png --fit pad   | a padded box has at most",
                "render DIR/in.png DIR/out --size 1 --format png --quality 0         | --quality: expected a whole number",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/x.json | there is no such file",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/wrong.json | maxByte: unknown field",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/sub | sub: expected a file, got a folder",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/in.png | in.png: line 1: expected UTF-8, got the byte",
                "sign /c --config DIR/comment.json                                   | comment.json: line 2: JSON has no comments",
                "run --bucket DIR --config DIR/wrong.json                            | wrong.json: line 1: maxByte: unknown",
                "run --bucket DIR/in.png                                             | in.png: expected a folder, got a file",
                "run --bucket DIR/in.png --create                                    | in.png: expected a folder, got a file",
                "run --bucket DIR/out                                                | out: expected a folder, got none; --create",
                "run --bucket DIR/in.png/out --create                                | cannot create the folder",
                "run --bucket DIR --port 70000                                       | --port: expected a number from 0",
                "run                                                                 | --bucket: expected a folder, got none",
                "run --bucket DIR --stack regionals                                  | --stack: expected pair or regional",
                "run --bucket DIR --plan free                                        | --plan: expected --stack regional with it",
                "run --bucket DIR --stack regional --plan gold                       | --plan: expected none, free, pro,",
                "run --bucket DIR --stack regional --viewer-request java             | --viewer-request: expected edge or",
                "run --bucket DIR --stack regional --viewer-request edge --plan pro  | the plan pro has no origin groups",
                "run --bucket DIR --stack regional --config DIR/signed.json          | signing: expected none, as a CloudFront",
                "sign /c                                                             | expected an edgepix.json with signing.keys",
                "sign c --config DIR/keys.json                                       | URL: expected https://DOMAIN/PATH",
                "sign //c/d --config DIR/keys.json                                   | URL: expected https://DOMAIN/PATH",
                "sign ftp://c/d --config DIR/keys.json                               | URL: expected https://DOMAIN/PATH",
                "sign https:///d --config DIR/keys.json                              | URL: expected https://DOMAIN/PATH",
                "sign https://c --config DIR/keys.json                               | URL: expected https://DOMAIN/PATH",
                "sign https://c?d=/1 --config DIR/keys.json                          | URL: expected https://DOMAIN/PATH",
                "sign /c?d=1#x --config DIR/keys.json                                | clients do not send the part after #",
                "sign /%FF --config DIR/keys.json                                    | URL: The URL is not valid percent-enc",
                "sign /a/../b --config DIR/keys.json                                 | clients resolve . and ..",
                "sign /c?d=<1> --config DIR/keys.json                                | some clients encode '<'",
                "sign /c?v=å --config DIR/keys.json                                  | some clients encode 'å'",
                "sign /c?d=1&e=1 --config DIR/keys.json                              | already has an e or s parameter",
                "sign /c?s=1 --config DIR/keys.json                                  | already has an e or s parameter",
                "sign /c --config DIR/keys.json --expires 0                          | --expires: expected never, or a whole",
                "sign /c --config DIR/keys.json --expires=-1                         | --expires: expected never",
                "sign /c --config DIR/keys.json --expires 1.5                        | --expires: expected never",
                "sign /c --config DIR/keys.json --expires 9999999999                 | --expires: expected never"
            })
    void run_withWrongArguments_reportsThemInOneLineAndLeavesNothing(String command, String complaint) {
        assertThat(run(command)).isEqualTo(1);

        assertThat(err.toString()).startsWith("dev: ").contains(complaint).hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "out.jpg, ÿØÿ",
        "out.JPEG, ÿØÿ",
        "out.png, PNG",
        "out.webp, WEBP",
        "out.jpg --format webp, WEBP",
        "out.gz --format png, PNG"
    })
    void render_aNameWithAnExtension_isInItsFormatUnlessTheOptionOverridesIt(String rest, String magic)
            throws IOException {
        assertThat(run("render DIR/in.png DIR/sub/" + rest + " --size 100x")).isZero();

        byte[] written = Files.readAllBytes(folder.resolve("sub").resolve(rest.split(" ", 2)[0]));
        assertThat(new String(written, 0, 12, StandardCharsets.ISO_8859_1)).contains(magic);
    }

    @ParameterizedTest
    @CsvSource({
        "out.jpg --format webp, 'out.jpg: written as webp, as in --format, despite its extension'",
        "out.jpg --format jpeg, ''",
        "out.gz --format png, ''"
    })
    void render_anExtensionOfAnotherFormat_isNoted(String rest, String note) {
        run("render DIR/in.png DIR/sub/" + rest + " --size 100x");

        assertThat(err.toString().strip())
                .isEqualTo(note.isEmpty() ? "" : "dev: " + folder.resolve("sub/") + "/" + note);
    }

    @Test
    void render_aPresetWithAQuality_hasThatQualityUnlessTheOptionOverridesIt() throws IOException {
        String command = "render DIR/in.png DIR/sub/NAME.jpg --size tile --config DIR/presets.json";
        run(command.replace("NAME", "preset"));
        run(command.replace("NAME", "same") + " --quality 5");
        run(command.replace("NAME", "better") + " --quality 95");

        byte[] preset = Files.readAllBytes(folder.resolve("sub/preset.jpg"));
        assertThat(folder.resolve("sub/same.jpg")).hasBinaryContent(preset);
        assertThat(Files.readAllBytes(folder.resolve("sub/better.jpg"))).isNotEqualTo(preset);
    }

    @Test
    void render_aFileThatLooksLikeThePartlyWritten_leavesItAlone() throws IOException {
        Files.copy(folder.resolve("in.png"), folder.resolve("out.png.part"));

        assertThat(run("render DIR/out.png.part DIR/out.png --size 10x")).isZero();

        assertThat(folder.resolve("out.png.part")).hasSameBinaryContentAs(folder.resolve("in.png"));
    }

    @Test
    void run_aConfigurationWithThreeMistakes_namesTheFileAndAllOfThem() throws IOException {
        Files.writeString(folder.resolve("my.json"), "{\n\"maxByte\": 1,\n\"avif\": 2,\n\"quality\": {\"webp\": 0}}");

        assertThat(run("run --bucket DIR --config DIR/my.json")).isEqualTo(1);

        String file = "dev: " + folder.resolve("my.json") + ": ";
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + "line 2: maxByte: unknown field"),
                        line -> assertThat(line).startsWith(file + "line 3: avif: expected true or false"),
                        line -> assertThat(line).startsWith(file + "line 4: quality.webp: expected a whole number"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void run_aFolderThatCannotBeWritten_isReported() {
        assertThat(run("run --port 0 --bucket /proc/self")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("dev: The bucket /proc/")
                .contains(" is not writable")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://d1.cloudfront.net, /a%20(1).jpg, d=200x200, never",
        "'', /cat.jpg, d=200x200, 60",
        "http://localhost:8080, /고양이.jpg, '', 86400",
        "'', /a+%2f.jpg, '', never"
    })
    void sign_aUrl_printsOneWithThatExpiryTime(String domain, String path, String query, String expires) {
        assertThat(run("sign " + domain + path + (query.isEmpty() ? "" : "?" + query)
                        + " --config DIR/keys.json --expires " + expires))
                .isZero();

        String canonical = Key.ofPath(path).path();
        String printed = out.toString().stripTrailing();
        assertThat(printed).startsWith(domain + canonical + "?" + query).hasLineCount(1);
        String signed = printed.substring((domain + canonical + "?").length());
        long now = Instant.now().getEpochSecond();
        assertThat(isValid(KEY, canonical, signed, now)).isTrue();
        assertThat(isValid(OLD_KEY, canonical, signed, now)).isFalse();
        long later = now + (expires.equals("never") ? 1_000_000_000 : Long.parseLong(expires) + 1);
        assertThat(isValid(KEY, canonical, signed, later)).isEqualTo(expires.equals("never"));
    }

    private static boolean isValid(String key, String path, String query, long now) {
        return SignedUrl.isValid(new JdkHmac(), new Signing(List.of(key), true), path, query, Long.toString(now));
    }

    @Test
    void run_anUnknownOption_suggestsASimilarOne() {
        assertThat(run("run --bukket DIR")).isEqualTo(2);

        assertThat(err.toString()).contains("--bukket", "Possible solutions: --bucket");
    }

    private int run(String command) {
        CommandLine commandLine =
                Edgepix.commandLine().setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        return commandLine.execute(
                command.replace("DIR", folder.toString()).trim().split(" +", -1));
    }
}
