package io.edgepix.localedge.behaviour;

import java.util.Optional;
import java.util.Set;

/**
 * Where a behaviour sends a request that the cache cannot answer: an origin, or an origin group.
 *
 * @param origin the id of the first origin
 * @param second the id of the origin that is asked if the first one fails; empty if there is no group
 * @param failover the statuses with which the first one fails
 */
public record Target(String origin, Optional<String> second, Set<Integer> failover) {
    /** CloudFront asks the second origin for these methods only. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");

    static Target of(String origin) {
        return new Target(origin, Optional.empty(), Set.of());
    }

    /** Returns the second origin if it is asked after the first one gave a status to a request with a method. */
    public Optional<String> after(int status, String method) {
        return failover.contains(status) ? afterFailure(method) : Optional.empty();
    }

    /** Returns the second origin if it is asked after the first one gave no answer to a request with a method. */
    public Optional<String> afterFailure(String method) {
        return METHODS.contains(method) ? second : Optional.empty();
    }
}
