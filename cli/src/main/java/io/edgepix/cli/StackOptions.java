package io.edgepix.cli;

import io.edgepix.localedge.LocalStack;
import io.edgepix.localedge.LocalStack.Plan;
import io.edgepix.localedge.LocalStack.ViewerRequestType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code ./dev run} that choose the stack. */
final class StackOptions {
    private static final String PAIR = "pair";
    private static final String REGIONAL = "regional";

    @Option(
            names = "--stack",
            paramLabel = "STACK",
            description = "pair for the two Lambda@Edge functions, or regional for functions in one Region"
                    + " (default: pair)")
    private String stack = PAIR;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "with --stack regional: a flat-rate plan of CloudFront: free, pro, business or premium"
                    + " (default: none)")
    private @Nullable String plan;

    @Option(
            names = "--viewer-request",
            paramLabel = "TYPE",
            description = "with --stack regional: function for a CloudFront Function, or edge for Lambda@Edge"
                    + " (default: function)")
    private @Nullable String viewerRequest;

    /** Returns the stack. */
    LocalStack read() {
        if (stack.equals(PAIR)) {
            refuse("--plan", plan);
            refuse("--viewer-request", viewerRequest);
            return LocalStack.PAIR;
        }
        if (!stack.equals(REGIONAL)) {
            throw new CommandException("--stack: expected pair or regional, got " + stack);
        }
        LocalStack read = LocalStack.regional(plan(), viewerRequest());
        if (!read.isPossible()) {
            throw new CommandException(
                    "--viewer-request: the plan " + read.plan().token()
                            + " has no origin groups, so a CloudFront Function has to choose the origin; expected function, got"
                            + " edge");
        }
        return read;
    }

    /** Returns what runs, for the start. */
    static String sentence(LocalStack stack) {
        String plan =
                stack.plan() == Plan.NONE ? "" : " in the plan " + stack.plan().token();
        return "This is the regional stack" + plan + ": "
                + (stack.hasOriginGroup()
                        ? "S3 answers first, and the function what S3 does not have."
                        : "the function answers derivatives, and looks in S3 first.");
    }

    private static void refuse(String option, @Nullable String value) {
        if (value != null) {
            throw new CommandException(option + ": expected --stack regional with it, got --stack pair");
        }
    }

    private Plan plan() {
        return plan == null
                ? Plan.NONE
                : Plan.of(plan)
                        .orElseThrow(() -> new CommandException(
                                "--plan: expected none, free, pro, business or premium, got " + plan));
    }

    private ViewerRequestType viewerRequest() {
        if (viewerRequest == null) {
            return ViewerRequestType.FUNCTION;
        }
        return switch (viewerRequest) {
            case "function" -> ViewerRequestType.FUNCTION;
            case "edge" -> ViewerRequestType.EDGE;
            default -> throw new CommandException("--viewer-request: expected edge or function, got " + viewerRequest);
        };
    }
}
