package io.edgepix.localedge.behaviour;

import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;

/**
 * What an origin request policy adds to the requests for the origin.
 *
 * @param allHeaders whether the headers of the viewer are sent, except {@code Host}
 * @param query whether the query is sent
 */
public record ForwardedHeaders(boolean allHeaders, boolean query) {
    /** The behaviour of a distribution without a policy. */
    static final ForwardedHeaders NONE = new ForwardedHeaders(false, false);

    /** The managed policy {@code AllViewerExceptHostHeader}. */
    static final ForwardedHeaders ALL_BUT_HOST = new ForwardedHeaders(true, true);

    /** Returns the headers of the viewer for the origin. */
    public Headers of(ViewerRequest viewer) {
        return allHeaders ? viewer.headers().copy().remove("host") : new Headers();
    }
}
