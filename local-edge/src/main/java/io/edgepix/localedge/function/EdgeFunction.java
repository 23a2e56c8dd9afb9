package io.edgepix.localedge.function;

/** One Lambda@Edge function: event JSON in, result JSON out. */
@FunctionalInterface
public interface EdgeFunction {
    /** Handles one event. An exception is a function error in CloudFront's terms. */
    String invoke(String eventJson) throws Exception;
}
