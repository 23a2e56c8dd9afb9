package io.edgepix.viewerrequest.fuzz;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request and its allowed decisions.
 *
 * @param outcomes the allowed decisions: an empty string for a request that passes unchanged, a path, {@link #REFUSED} or
 *     {@link #FORBIDDEN}; null if any decision is allowed
 */
record Case(
        ConfigModel config, RuleRequest request, @Nullable Set<String> outcomes) {
    static final String REFUSED = "400";
    static final String FORBIDDEN = "403";
}
