package io.edgepix.localedge.behaviour;

import java.util.List;
import java.util.stream.Stream;

/** The two events for which CloudFront calls a function, each with its limits. */
public enum Phase {
    VIEWER_REQUEST("viewer-request", 40_960),
    ORIGIN_RESPONSE("origin-response", 1_000_000);

    private final String eventType;
    private final int maxGeneratedBytes;

    Phase(String eventType, int maxGeneratedBytes) {
        this.eventType = eventType;
        this.maxGeneratedBytes = maxGeneratedBytes;
    }

    /**
     * Returns the event of that name.
     *
     * @throws IllegalArgumentException if edgepix has no function for it
     */
    static Phase of(String eventType) {
        return Stream.of(values())
                .filter(phase -> phase.eventType.equals(eventType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The template attaches a function to an event: expected viewer-request or origin-response, got "
                                + eventType));
    }

    public String eventType() {
        return eventType;
    }

    public int maxGeneratedBytes() {
        return maxGeneratedBytes;
    }

    public List<String> readOnlyHeaders() {
        return switch (this) {
            case VIEWER_REQUEST -> List.of("content-length", "host", "transfer-encoding", "via");
            case ORIGIN_RESPONSE -> List.of("transfer-encoding", "via");
        };
    }
}
