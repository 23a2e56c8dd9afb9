package io.edgepix.derivation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests buckets that are in a different Region than expected. */
class RestRegionsTest {
    private static final Key KEY = new Key("a.jpg");

    private RestFixture s3;

    @BeforeEach
    void start() throws IOException {
        s3 = new RestFixture();
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400})
    void request_toAnotherRegion_isSentToTheRightOneFromThenOn(int status) throws StoreException {
        s3.answers.add(RestFixture.elsewhere(status, "eu-west-1"));
        Store store = s3.store();

        assertThat(store.etag(KEY)).contains("\"e\"");
        store.get(KEY, 100);

        assertThat(s3.requests)
                .extracting(request -> request.authorization().replaceFirst(".*/([a-z0-9-]+)/s3/.*", "$1"))
                .containsExactly("us-east-1", "eu-west-1", "eu-west-1");
    }

    @ParameterizedTest
    @CsvSource({"301, us-east-1", "301, evil.example/", "301, ''", "403, eu-west-1"})
    void request_withoutAnotherRegionInTheAnswer_isAFailure(int status, String region) {
        s3.answers.add(RestFixture.elsewhere(status, region));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> s3.store().get(KEY, 100));
        assertThat(s3.requests).hasSize(1);
    }

    @Test
    void request_sentFromRegionToRegion_endsAtTheSecond() {
        s3.answers.add(RestFixture.elsewhere(301, "eu-west-1"));
        s3.answers.add(RestFixture.elsewhere(301, "eu-west-2"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> s3.store().get(KEY, 100));
        assertThat(s3.requests).hasSize(2);
    }

    @Test
    void request_ofARole_signsItsSessionToken() throws StoreException {
        s3.store().get(KEY, 100);

        assertThat(s3.requests).singleElement().satisfies(request -> {
            assertThat(request.token()).isEqualTo("the-token");
            assertThat(request.authorization())
                    .startsWith("AWS4-HMAC-SHA256 Credential=key/")
                    .contains("host;x-amz-content-sha256;x-amz-date;x-amz-security-token");
        });
    }
}
