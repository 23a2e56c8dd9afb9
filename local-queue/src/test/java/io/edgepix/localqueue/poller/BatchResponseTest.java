package io.edgepix.localqueue.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests Lambda's rules for partial batch responses. */
class BatchResponseTest {
    private static final Set<String> IDS = Set.of("a", "b");

    private static Set<String> failures(String response) {
        return BatchResponse.failures(response.getBytes(StandardCharsets.UTF_8), IDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}", "{\"a\":1}"
            })
    void failures_withoutAnItem_areNone(String response) {
        assertThat(failures(response)).isEmpty();
    }

    @Test
    void failures_withKnownIds_areThese() {
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}"))
                .containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemId\":\"a\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":[]}]}",
                "{\"batchItemFailures\":[null]}",
                "{\"batchItemFailures\":\"a\"}",
                "{\"batchItemFailures\":[",
                "[]",
                "done"
            })
    void failures_thatCannotBeRead_areTheCompleteBatch(String response) {
        assertThat(failures(response)).isEqualTo(IDS);
    }
}
