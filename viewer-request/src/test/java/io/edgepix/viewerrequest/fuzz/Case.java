package io.edgepix.viewerrequest.fuzz;

import io.edgepix.viewerrequest.rule.RuleRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what may come of it.
 *
 * @param outcomes empty for going on as it came, a path, {@link #REFUSED} or {@link #FORBIDDEN}; null where anything may
 *     that the rule can say
 */
record Case(
        ConfigModel config, RuleRequest request, @Nullable Set<String> outcomes) {
    static final String REFUSED = "400";
    static final String FORBIDDEN = "403";
}
