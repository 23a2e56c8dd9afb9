package io.edgepix.localedge;

import static io.edgepix.localedge.LocalDeploymentFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests keys of every kind, from the URL of the viewer to the file in the bucket and back. */
@BothStacks
class KeysTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    StackUnderTest stack;

    @TempDir
    Path folder;

    static Stream<String> keys() {
        return Stream.of(
                "my cat.jpg",
                "  two  blanks .jpg",
                "på/blåbær.jpg",
                "고양이/사진.jpg",
                "ねこ・ネコ.jpg",
                "кот.jpg",
                "cat (1).jpg",
                "a+b.jpg",
                "100%.jpg",
                "100%25.jpg",
                "a%2Fb.jpg",
                "a..b.jpg",
                "..cat.jpg",
                "a;b,c&d=e$f@g:h!i'j*k.jpg",
                "#hash?question.jpg",
                "[brackets]{braces}|^`\"<>\\.jpg",
                "😀.jpg",
                "NoExtension",
                "deep/er/and/deeper/cat.jpg",
                ("고".repeat(60) + "/").repeat(5) + "cat.jpg");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKey_survivesTheRoundTrip(String key) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            byte[] original = Pictures.jpeg(200, 100);
            edge.put(key, original);
            String path = new Key(key).path();

            HttpResponse<byte[]> plain = edge.get(path);
            HttpResponse<byte[]> renderings = edge.get(path + "?d=100x100&f=webp");
            HttpResponse<byte[]> direct = edge.get("/100x100/webp" + path);

            assertThat(plain.body()).isEqualTo(original);
            assertThat(renderings.statusCode()).isEqualTo(200);
            assertThat(folder.resolve("100x100/webp/" + key)).hasBinaryContent(renderings.body());
            assertThat(header(direct, "x-cache")).isEqualTo("Hit from edgepix");
            assertThat(edge.renderings()).isOne();
        }
    }

    @Test
    void theLongestOfThem_has900BytesOfUtf8() {
        String longest = keys().reduce("", (a, b) -> a.length() > b.length() ? a : b);

        assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThanOrEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "/cat%20(1).jpg, /cat%20%281%29.jpg",
        "/%63at%20(1).jpg, /cat%20(1).jpg",
        "/sub%2Fcat.jpg, /sub/cat.jpg",
        "/a+b.jpg, /a%2Bb.jpg"
    })
    void twoSpellingsOfAKey_areOneDerivative(String one, String other) {
        try (LocalDeploymentFixture edge = new LocalDeploymentFixture(stack, folder, "{}")) {
            for (String key : new String[] {"cat (1).jpg", "sub/cat.jpg", "a+b.jpg"}) {
                edge.put(key, Pictures.jpeg(200, 100));
            }

            HttpResponse<byte[]> first = edge.get(one + "?d=100x100");
            HttpResponse<byte[]> second = edge.get(other + "?d=100x100");

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(second, "x-cache")).isEqualTo("Hit from edgepix");
            assertThat(edge.renderings()).isOne();
        }
    }
}
