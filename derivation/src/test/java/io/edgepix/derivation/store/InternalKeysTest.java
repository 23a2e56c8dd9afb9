package io.edgepix.derivation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternalKeysTest {
    @ParameterizedTest
    @CsvSource({".edgepix/x, true", ".edgepix/, true", ".edgepix, false", ".edgepix-x/y, false", "a/.edgepix/x, false"})
    void isInternal_aKey_isTrueBelowTheFolder(String key, boolean isInternal) {
        assertThat(InternalKeys.isInternal(new Key(key))).isEqualTo(isInternal);
    }

    @Test
    void request_aDerivative_isInTheFolderOfRequests() {
        assertThat(InternalKeys.request(new Key("200x/avif/cat.jpg")))
                .contains(new Key(".edgepix/requests/200x/avif/cat.jpg"));
    }

    @Test
    void attempt_aDerivative_isInTheFolderOfAttempts() {
        assertThat(InternalKeys.attempt(new Key("200x/avif/cat.jpg")))
                .contains(new Key(".edgepix/attempts/200x/avif/cat.jpg"));
    }

    @Test
    void request_aKeyThatWouldBeTooLong_isEmpty() {
        int longest = Key.MAX_BYTES - InternalKeys.REQUESTS.length();

        assertThat(InternalKeys.request(new Key("k".repeat(longest)))).isPresent();
        assertThat(InternalKeys.request(new Key("k".repeat(longest + 1)))).isEmpty();
        assertThat(InternalKeys.request(new Key("å".repeat(longest / 2 + 1)))).isEmpty();
    }
}
