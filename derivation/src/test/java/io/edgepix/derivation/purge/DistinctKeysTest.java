package io.edgepix.derivation.purge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Key;
import org.junit.jupiter.api.Test;

class DistinctKeysTest {
    @Test
    void count_ofRepeatedKeys_isTheNumberOfDistinctKeys() {
        DistinctKeys keys = new DistinctKeys();
        for (int i = 0; i < 50_000; i++) {
            keys.add(new Key("a/" + i % 5_000));
        }

        assertThat(keys.count()).isEqualTo(5_000);
        keys.add(new Key("b"));
        assertThat(keys.count()).isEqualTo(5_001);
    }

    @Test
    void count_ofNone_isZero() {
        assertThat(new DistinctKeys().count()).isZero();
    }
}
