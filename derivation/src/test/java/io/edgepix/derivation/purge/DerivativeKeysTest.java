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
        "a/cat.jpg, a/cat.jpg",
        "200x200/tiff/cat.jpg, 200x200/tiff/cat.jpg",
        "200x200/webp/, 200x200/webp/",
        "cat.jpg, cat.jpg"
    })
    void originalOf_aKey_followsSizeAndFormat(String key, String original) {
        assertThat(DerivativeKeys.originalOf(new Key(key))).isEqualTo(new Key(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"img/", "im", "a b/å", "a/.", "a/..", "200x200/", "200x200/we", "%", "*"})
    void prefix_thatKeysOfOriginalsCanHave_isAccepted(String prefix) {
        assertThat(DerivativeKeys.prefix(prefix)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200x200/webp/", "200x200/webp/a", "a/../b", "a\n", "./a"})
    void prefix_thatNoKeyOfAnOriginalHas_isRefused(String prefix) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> DerivativeKeys.prefix(prefix));
    }
}
