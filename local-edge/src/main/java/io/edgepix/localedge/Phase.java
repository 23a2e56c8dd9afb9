package io.edgepix.localedge;

import java.time.Duration;
import java.util.List;

/** The two moments at which CloudFront calls a function of ours, each with its limits. */
enum Phase {
    VIEWER_REQUEST("viewer-request", Duration.ofSeconds(5), 40_960),
    ORIGIN_RESPONSE("origin-response", Duration.ofSeconds(30), 1_048_576);

    private final String eventType;
    private final Duration timeout;
    private final int maxGeneratedBytes;

    Phase(String eventType, Duration timeout, int maxGeneratedBytes) {
        this.eventType = eventType;
        this.timeout = timeout;
        this.maxGeneratedBytes = maxGeneratedBytes;
    }

    String eventType() {
        return eventType;
    }

    Duration timeout() {
        return timeout;
    }

    int maxGeneratedBytes() {
        return maxGeneratedBytes;
    }

    List<String> readOnlyHeaders() {
        return switch (this) {
            case VIEWER_REQUEST -> List.of("content-length", "host", "transfer-encoding", "via");
            case ORIGIN_RESPONSE -> List.of("transfer-encoding", "via");
        };
    }
}
