package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs of docs/signing.md with URLs of every kind. */
class SigningPageTest {
    private static final Path PAGE = Path.of("..", "docs", "signing.md");
    private static final long MAX_SECONDS = 60;
    private static final String KEY = "'\"$\\`0123456789abcdef~0123456789";
    private static final long EXPIRY = 1_900_000_000;

    /** Each URL is a path and a query, separated by a tab. */
    private static final List<String> URLS = List.of(
            "/cat.jpg\td=200x200",
            "/cat.jpg\t",
            "/고양이 1.jpg\td=small&q=60",
            "/a+b (1)/100%/%20/c,d;e.jpg\td=200x200&fp=0.3%2C0.7",
            "/😀/café/cafe\u0301/'*!~._-.jpg\td=1",
            "/200x200/webp/a&b=c?d#e.jpg\t");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void page_java_printsValidSignatures() throws Exception {
        String block = block("java");
        int function = block.indexOf("static ");
        Path program =
                write("Sign.java", """
                %s
                class Sign {
                    public static void main(String[] files) throws Exception {
                        var lines = java.nio.file.Files.readAllLines(java.nio.file.Path.of(files[0]));
                        var signed = new java.util.ArrayList<String>();
                        for (String line : lines.subList(1, lines.size())) {
                            String[] address = line.split("\\t", -1);
                            signed.add(sign(lines.get(0), address[0], address[1], %dL));
                        }
                        java.nio.file.Files.write(java.nio.file.Path.of(files[1]), signed);
                    }
                    %s
                }
                """.formatted(block.substring(0, function), EXPIRY, block.substring(function)));

        assertSigns(Path.of(System.getProperty("java.home"), "bin", "java"), program);
    }

    @Test
    void page_javaScript_printsValidSignatures() throws Exception {
        Path program = write("sign.js", block("js") + """
                const { readFileSync, writeFileSync } = require('node:fs');
                const [key, ...lines] = readFileSync(process.argv[2], 'utf8').split('\\n').filter(Boolean);
                const signed = lines.map((line) => sign(key, ...line.split('\\t'), %d));
                writeFileSync(process.argv[3], signed.join('\\n'));
                """.formatted(EXPIRY));

        assertSigns(onThePath("node"), program);
    }

    @Test
    void page_python_printsValidSignatures() throws Exception {
        Path program = write("sign.py", block("python") + """
                import sys
                with open(sys.argv[1], encoding="utf-8") as lines, open(sys.argv[2], "w", encoding="utf-8") as out:
                    key, *urls = lines.read().rstrip("\\n").split("\\n")
                    for url in urls:
                        print(sign(key, *url.split("\\t"), %d), file=out)
                """.formatted(EXPIRY));

        assertSigns(onThePath("python3"), program);
    }

    private void assertSigns(Path interpreter, Path program) throws Exception {
        Path in = Files.write(
                folder.resolve("in"),
                Stream.concat(Stream.of(KEY), URLS.stream()).toList());
        Path out = folder.resolve("out");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(interpreter.toString(), program.toString(), in.toString(), out.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        List<String> signed = Files.readAllLines(out);
        assertThat(signed).hasSameSizeAs(URLS);
        for (int i = 0; i < signed.size(); i++) {
            assertValid(signed.get(i), URLS.get(i));
        }
    }

    /** Checks that a signed URL equals ours and contains only characters that can be sent. */
    private static void assertValid(String signed, String url) {
        String[] parts = url.split("\t", -1);
        String path = signed.substring(0, signed.indexOf('?'));
        String query = signed.substring(signed.indexOf('?') + 1);
        Signing signing = new Signing(List.of(KEY), true);

        assertThat(Key.ofPath(path).value()).isEqualTo(parts[0].substring(1));
        assertThat(query).startsWith(parts[1]);
        assertThat(signed).matches("[!-~&&[^ \"<>\\[\\]\\\\^`{|}#]]+");
        assertThat(SignedUrl.isValid(new JdkHmac(), signing, path, query, Long.toString(EXPIRY)))
                .isTrue();
        assertThat(SignedUrl.isValid(new JdkHmac(), signing, path, query, Long.toString(EXPIRY + 1)))
                .isFalse();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```" + language + "\n");
        assertThat(start).as("a block of %s in %s", language, PAGE).isNotNegative();
        int from = page.indexOf('\n', start) + 1;
        return page.substring(from, page.indexOf("```", from));
    }

    private static Path onThePath(String program) {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "expected " + program + " on the PATH, got none");
        return found.orElseThrow();
    }
}
