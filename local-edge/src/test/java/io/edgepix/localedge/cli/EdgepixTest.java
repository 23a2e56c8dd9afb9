package io.edgepix.localedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands as they are typed; DIR stands for a folder with a picture in it. */
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
        Files.writeString(folder.resolve("wrong.json"), "{\"maxByte\":1}");
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
        "--size 9999 --format jpeg --quality 1, 300, 200"
    })
    void render_aPicture_writesTheDerivativeAndNothingBeside(String options, int width, int height) throws IOException {
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
                "render DIR/none.png DIR/out --size 1 --format png                   | there is no such file",
                "render DIR/cut.png DIR/out --size 1 --format png                    | Expected a whole picture in PNG",
                "render DIR/wrong.json DIR/out --size 1 --format png                 | The file is JSON",
                "render DIR/in.png DIR/sub --size 1 --format png                     | is a folder",
                "render DIR/in.png DIR/none/out --size 1 --format png                | cannot write",
                "render DIR/in.png DIR/out --size 0 --format png                     | A size is WxH",
                "render DIR/in.png DIR/out --size 1 --format tiff                    | --format must be",
                "render DIR/in.png DIR/out --size 1x1 --format png --fit cover --fp 2,0 | --fp: fp must be two numbers",
                "render DIR/in.png DIR/out --size 9999x9999 --format png --fit pad   | a padded box has at most",
                "render DIR/in.png DIR/out --size 1 --format png --quality 0         | --quality must be",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/x.json | there is no such file",
                "render DIR/in.png DIR/out --size 1 --format png --config DIR/wrong.json | maxByte: unknown field",
                "run --bucket DIR/in.png                                             | is no folder",
                "run --bucket DIR --port 70000                                       | --port must be",
                "run                                                                 | --bucket DIR is needed",
                "sign /c                                                             | there is no key to sign by",
                "sign c --config DIR/keys.json                                       | URL must be https://DOMAIN/PATH",
                "sign //c/d --config DIR/keys.json                                   | URL must be https://DOMAIN/PATH",
                "sign ftp://c/d --config DIR/keys.json                               | URL must be https://DOMAIN/PATH",
                "sign https:///d --config DIR/keys.json                              | URL must be https://DOMAIN/PATH",
                "sign https://c --config DIR/keys.json                               | URL must be https://DOMAIN/PATH",
                "sign https://c?d=/1 --config DIR/keys.json                          | URL must be https://DOMAIN/PATH",
                "sign /c?d=1#x --config DIR/keys.json                                | no client sends what follows a #",
                "sign /%FF --config DIR/keys.json                                    | URL: The address is not percent-enc",
                "sign /a/../b --config DIR/keys.json                                 | clients resolve a . or ..",
                "sign /c?d=<1> --config DIR/keys.json                                | not every client sends '<'",
                "sign /c?v=å --config DIR/keys.json                                  | not every client sends 'å'",
                "sign /c?d=1&e=1 --config DIR/keys.json                              | has an e or an s already",
                "sign /c?s=1 --config DIR/keys.json                                  | has an e or an s already",
                "sign /c --config DIR/keys.json --expires 0                          | --expires must be never, or a whole",
                "sign /c --config DIR/keys.json --expires=-1                         | --expires must be never",
                "sign /c --config DIR/keys.json --expires 1.5                        | --expires must be never",
                "sign /c --config DIR/keys.json --expires 9999999999                 | --expires must be never"
            })
    void run_calledWrongly_saysSoInOneLineAndLeavesNothing(String command, String complaint) {
        assertThat(run(command)).isEqualTo(1);

        assertThat(err.toString()).startsWith("dev: ").contains(complaint).hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "https://d1.cloudfront.net, /a%20(1).jpg, d=200x200, never",
        "'', /cat.jpg, d=200x200, 60",
        "http://localhost:8080, /고양이.jpg, '', 86400",
        "'', /a+%2f.jpg, '', never"
    })
    void sign_anAddress_printsOneThatIsValidForSoLong(String domain, String path, String query, String expires) {
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
    void run_anUnknownOption_namesTheOneThatIsMeant() {
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
