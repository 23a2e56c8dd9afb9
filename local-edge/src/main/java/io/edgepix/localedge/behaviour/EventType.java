package io.edgepix.localedge.behaviour;

import java.util.List;
import java.util.stream.Stream;

/** The events for which CloudFront calls a function, each with its limits. */
public enum EventType {
    VIEWER_REQUEST("viewer-request", 40_960),
    ORIGIN_RESPONSE("origin-response", 1_000_000),
    /** For CloudFront Functions only. */
    VIEWER_RESPONSE("viewer-response", 40_960);

    private final String value;
    private final int maxGeneratedBytes;

    EventType(String value, int maxGeneratedBytes) {
        this.value = value;
        this.maxGeneratedBytes = maxGeneratedBytes;
    }

    /**
     * Returns the event of Lambda@Edge with a name.
     *
     * @throws IllegalArgumentException if edgepix has no function for it
     */
    static EventType of(String value) {
        return Stream.of(values())
                .filter(type -> type != VIEWER_RESPONSE && type.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template attaches a function to an event: expected viewer-request or origin-response, got "
                                + value));
    }

    public String value() {
        return value;
    }

    public int maxGeneratedBytes() {
        return maxGeneratedBytes;
    }

    public List<String> readOnlyHeaders() {
        return switch (this) {
            case VIEWER_REQUEST -> List.of("content-length", "host", "transfer-encoding", "via");
            case ORIGIN_RESPONSE -> List.of("transfer-encoding", "via");
            case VIEWER_RESPONSE ->
                List.of("content-encoding", "content-length", "transfer-encoding", "via", "warning");
        };
    }
}
