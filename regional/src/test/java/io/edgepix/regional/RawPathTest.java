package io.edgepix.regional;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the path of an event becomes the path of a URL. */
class RawPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "images/cat.jpg",
                "a b.jpg",
                "a+b.jpg",
                "a%b.jpg",
                "100%.jpg",
                "a%20b c.jpg",
                "blåbær.jpg",
                "ネコ (1).jpg",
                "고양이.jpg",
                "😺.jpg",
                "a?b#c.jpg",
                "a[1]{2}.jpg",
                "a%ZZ.jpg",
                "a%C3.jpg"
            })
    void encoded_ofAKey_isItsPathWhetherThePathWasDecodedOrNot(String name) {
        Key key = new Key("200x200/webp/" + name);

        assertThat(RawPath.encoded(key.path())).isEqualTo(key.path());
        assertThat(RawPath.encoded("/" + key.value()))
                .matches(path -> Key.ofPath(path).equals(key));
    }

    @Test
    void encoded_ofAKeyThatIsItselfPercentEncoded_takesThePathAsSent() {
        Key key = new Key("a%20b.jpg");

        assertThat(RawPath.encoded(key.path())).isEqualTo("/a%2520b.jpg");
        assertThat(RawPath.encoded("/a%20b.jpg")).isEqualTo("/a%20b.jpg");
    }

    @Test
    void encoded_ofAnotherSpelling_keepsIt() {
        assertThat(RawPath.encoded("/%e3%83%8d+1.jpg")).isEqualTo("/%e3%83%8d+1.jpg");
    }
}
