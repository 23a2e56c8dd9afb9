package io.edgepix.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the two folders in which the paths of derivatives are repeated. */
class PathFoldersTest {
    private static final PathGrammar GRAMMAR = new PathGrammar(Offers.with());
    private static final String PATH = "/200x200/webp/%EA%B3%A0/cat.jpg";

    @ParameterizedTest
    @CsvSource({"~stored/", "~big/"})
    void parse_aPathInAFolder_isTheDerivativeAndPrintsBack(String folder) {
        Derivative derivative = GRAMMAR.parse("/" + folder + PATH.substring(1));

        assertThat(derivative).isNotNull().isEqualTo(GRAMMAR.parse(PATH));
        assertThat(GRAMMAR.print(folder, derivative)).isEqualTo("/" + folder + PATH.substring(1));
        assertThat(GRAMMAR.print(derivative)).isEqualTo(PATH);
    }

    @Test
    void copyKey_aDerivative_isItsKeyInTheFolder() {
        Derivative derivative = GRAMMAR.parse(PATH);

        assertThat(derivative).isNotNull();
        assertThat(GRAMMAR.copyKey(derivative)).isEqualTo(new Key("~stored/200x200/webp/고/cat.jpg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/~stored/",
                "/~stored/cat.jpg",
                "/~stored/2024/webp/cat.jpg",
                "/~stored/201x200/webp/cat.jpg",
                "/~stored/200x200-q80/webp/cat.jpg",
                "/~stored/~big/200x200/webp/cat.jpg",
                "/~big/a/200x200/webp/cat.jpg",
                "/200x200/webp/~stored/cat.jpg",
                "/200x200/webp/~stored/200x200/webp/cat.jpg",
                "/200x200/webp/~big/cat.jpg"
            })
    void parse_anythingElseInAFolder_isMalformed(String path) {
        assertThatThrownBy(() -> GRAMMAR.parse(path)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/~stored", "/~Big/cat.jpg", "/a/~stored/200x200/webp/cat.jpg", "/~/cat.jpg", "//~big/a"})
    void parse_aPathInNoFolder_isThatOfAnOriginal(String path) {
        assertThat(GRAMMAR.parse(path)).isNull();
        assertThat(PathGrammar.folder(Key.ofPath(path))).isEmpty();
        assertThat(PathGrammar.isDerivative(Key.ofPath(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~stored/", "~stored/cat.jpg", "~big/a/b", "~stored/200x200/webp/cat.jpg"})
    void isDerivative_everyKeyInAFolder_soThatNoneIsAnOriginal(String key) {
        assertThat(PathGrammar.isDerivative(new Key(key))).isTrue();
    }
}
