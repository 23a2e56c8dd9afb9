package io.edgepix.localedge.http;

import org.eclipse.jetty.http.HttpStatus;

/** The reason phrases of statuses. */
public final class Reasons {
    private Reasons() {}

    public static String of(int status) {
        String known = HttpStatus.getMessage(status);
        return known == null || known.isEmpty() ? "Status " + status : known;
    }
}
