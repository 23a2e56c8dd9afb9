package io.edgepix.derivation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Key;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the server to which the SDK speaks before a snapshot. */
@Timeout(60)
class PrimingServerTest {
    private static final Key KEY = new Key("a picture.jpg");

    @Test
    void everyObject_canBeReadAndWritten() throws Exception {
        try (PrimingServer server = PrimingServer.start(new byte[] {1, 2, 3})) {
            Store store = server.store();

            assertThat(store.get(KEY, 10).bytes()).containsExactly(1, 2, 3);
            assertThat(store.head(KEY).orElseThrow().bytes()).isEqualTo(3);
            assertThat(store.etag(KEY)).hasValue("\"priming\"");
            assertThat(store.put(KEY, picture(100_000)).etag()).isEqualTo("\"priming\"");
        }
    }

    private static PutRequest picture(int bytes) {
        return new PutRequest(new byte[bytes], "image/webp", "no-store", Optional.empty(), "\"priming\"", "tag", false);
    }
}
