package io.edgepix.derivation.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeKeysTest {
    @ParameterizedTest
    @CsvSource({
        "200x200/webp/a/cat.jpg, a/cat.jpg",
        "x9-cover-fp10x20-q60/gif/cat.jpg, cat.jpg",
        "1x/webp/1x/cat.jpg, 1x/cat.jpg",
        "~stored/200x200/webp/a/cat.jpg, a/cat.jpg",
        "~stored/cat.jpg, ~stored/cat.jpg",
        "~stored/a/b, ~stored/a/b",
        "~stored/~stored/200x200/webp/a, ~stored/~stored/200x200/webp/a",
        "a/cat.jpg, a/cat.jpg",
        "200x200/tiff/cat.jpg, 200x200/tiff/cat.jpg",
        "200x200/webp/, 200x200/webp/",
        "cat.jpg, cat.jpg"
    })
    void originalOf_aKey_followsSizeAndFormat(String key, String original) {
        assertThat(DerivativeKeys.originalOf(new Key(key))).isEqualTo(new Key(original));
    }

    @ParameterizedTest
    @CsvSource({
        "200x200, true",
        "x9-cover, true",
        "~stored/200x200, true",
        "~stored, false",
        "~stored/a, false",
        "~stored/~stored/1x, false",
        "a, false"
    })
    void isFolder_aName_hasTheFormOfASize(String name, boolean isFolder) {
        assertThat(DerivativeKeys.isFolder(name)).isEqualTo(isFolder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"img/", "im", "a b/å", "a/.", "a/..", "200x200/", "200x200/we", "~", "~s", "%", "*"})
    void prefix_thatKeysOfOriginalsCanHave_isAccepted(String prefix) {
        assertThat(DerivativeKeys.prefix(prefix)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200x200/webp/", "200x200/webp/a", "a/../b", "a\n", "./a", "~stored/", "~big/a"})
    void prefix_thatNoKeyOfAnOriginalHas_isRefused(String prefix) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> DerivativeKeys.prefix(prefix));
    }
}
