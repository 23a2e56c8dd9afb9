package io.edgepix.localedge.function;

/** One Lambda@Edge function: event JSON in, result JSON out. */
@FunctionalInterface
public interface EdgeFunction {
    /** Handles one event; an exception is a function error in CloudFront's words. */
    String invoke(String eventJson) throws Exception;
}
