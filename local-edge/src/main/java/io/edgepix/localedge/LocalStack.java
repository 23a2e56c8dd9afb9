package io.edgepix.localedge;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stack that runs on one machine.
 *
 * @param plan the flat-rate plan of the regional stack; {@link Plan#NONE} for the pair
 * @param viewerRequest what turns the size in the query into a path
 */
public record LocalStack(Kind kind, Plan plan, ViewerRequestType viewerRequest) {
    /** The pair of Lambda@Edge functions. */
    public static final LocalStack PAIR = new LocalStack(Kind.PAIR, Plan.NONE, ViewerRequestType.EDGE);

    /** The kind of a stack. */
    public enum Kind {
        /** Two Lambda@Edge functions. */
        PAIR,
        /** A function URL in one Region, and CloudFront Functions. */
        REGIONAL
    }

    /** What turns the size in the query into a path. */
    public enum ViewerRequestType {
        /** A function at Lambda@Edge. */
        EDGE,
        /** A CloudFront Function, which knows a part of the configuration. */
        FUNCTION
    }

    /** CloudFront's flat-rate plans. */
    public enum Plan {
        /** Pay as you go. */
        NONE,
        FREE,
        PRO,
        BUSINESS,
        PREMIUM;

        /** Returns the value of the template's parameter. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the plan with a name in lower case. */
        public static Optional<Plan> of(String token) {
            return Stream.of(values())
                    .filter(plan -> plan.token().equals(token))
                    .findFirst();
        }

        private boolean hasOriginGroups() {
            return this == NONE || this == PREMIUM;
        }
    }

    /** Returns the regional stack with a plan. */
    public static LocalStack regional(Plan plan, ViewerRequestType viewerRequest) {
        return new LocalStack(Kind.REGIONAL, plan, viewerRequest);
    }

    /** Tells whether the plan allows the type: without an origin group, a CloudFront Function has to choose the origin. */
    public boolean isPossible() {
        return hasOriginGroup() || viewerRequest == ViewerRequestType.FUNCTION;
    }

    /** Tells whether S3 is asked before the function. */
    public boolean hasOriginGroup() {
        return plan.hasOriginGroups();
    }

    /** Tells whether it is the regional stack. */
    public boolean isRegional() {
        return kind == Kind.REGIONAL;
    }
}
