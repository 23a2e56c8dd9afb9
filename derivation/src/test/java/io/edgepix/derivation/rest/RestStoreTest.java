package io.edgepix.derivation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.ResponseContract;
import io.edgepix.derivation.store.StoreContract;
import io.edgepix.derivation.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestStoreTest extends StoreContract {
    @Nested
    class Responses extends ResponseContract {
        @Override
        protected Stores stores(URI server) {
            return RestStoreTest.this.stores(server);
        }
    }

    @Override
    protected Stores stores(URI server) {
        return new RestStores(Optional.of(server), RestFixture.CREDENTIALS, 1, RestTimeouts.EVENT);
    }

    @Test
    void folders_always_fails() {
        var store = stores(URI.create("http://127.0.0.1:1")).of(new Bucket("pictures", "us-east-1", ""));

        assertThatThrownBy(() -> store.folders("1")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void load_endsWithoutErrorsAndSendsNothing() throws Exception {
        List<Throwable> uncaught = new ArrayList<>();
        try (RestFixture s3 = new RestFixture()) {
            Thread load =
                    new RestStores(Optional.of(s3.endpoint()), RestFixture.CREDENTIALS, 1, RestTimeouts.EVENT).load();
            load.setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));

            assertThat(load.join(Duration.ofSeconds(30))).isTrue();
            assertThat(s3.requests).isEmpty();
        }
        assertThat(uncaught).isEmpty();
    }
}
