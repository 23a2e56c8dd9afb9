package io.edgepix.localedge.function;

/** One Lambda@Edge function: event JSON in, result JSON out. */
@FunctionalInterface
public interface EdgeFunction {
    /** Handles one event; whatever it throws is what CloudFront calls a function error. */
    String invoke(String eventJson) throws Exception;
}
