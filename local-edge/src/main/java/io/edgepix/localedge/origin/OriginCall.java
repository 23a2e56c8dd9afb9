package io.edgepix.localedge.origin;

import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;

/** Sends a request to one origin, and returns its answer. */
@FunctionalInterface
public interface OriginCall extends AutoCloseable {
    Answer answer(OriginRequest request) throws EdgeFailureException;

    @Override
    default void close() {}
}
