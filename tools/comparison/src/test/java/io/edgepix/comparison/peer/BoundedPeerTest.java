package io.edgepix.comparison.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Uses programs of POSIX as child processes. */
final class BoundedPeerTest {
    private static final byte[] BODY = {1, 2, 3};

    private final JsonObject question = new JsonObject();
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void anAnswer_isGiven() throws IOException {
        question.addProperty("op", "echo");
        try (BoundedPeer peer = peer(Duration.ofSeconds(10), "cat")) {
            PeerProcess.Reply reply = peer.ask(question, BODY);

            assertThat(reply.header()).isEqualTo(question);
            assertThat(reply.body()).isEqualTo(BODY);
        }
    }

    @Test
    void withoutAnAnswerInTime_theChildIsEndedAndReportedAsHanging() {
        try (BoundedPeer peer = peer(Duration.ofMillis(50), "sleep", "600")) {
            LostPeerException lost = catchThrowableOfType(LostPeerException.class, () -> peer.ask(question, BODY));

            assertThat(lost.isHung()).isTrue();
        }
    }

    @Test
    void aChildThatEnds_isReportedAndReplaced() throws IOException {
        try (BoundedPeer peer = peer(Duration.ofSeconds(10), "sh", "-c", "head -c 8 > /dev/null; exit 7")) {
            LostPeerException lost = catchThrowableOfType(LostPeerException.class, () -> peer.ask(question, BODY));
            assertThatThrownBy(() -> peer.ask(question, BODY)).isInstanceOf(LostPeerException.class);

            assertThat(lost.isHung()).isFalse();
            assertThat(lost).hasMessageContaining("status 7");
            assertThat(starts).hasValue(2);
        }
    }

    private BoundedPeer peer(Duration limit, String... command) {
        return new BoundedPeer(
                () -> {
                    starts.incrementAndGet();
                    return PeerProcess.start(Path.of("."), Map.of(), List.of(command));
                },
                limit);
    }
}
