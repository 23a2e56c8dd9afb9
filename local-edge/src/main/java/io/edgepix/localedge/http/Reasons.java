package io.edgepix.localedge.http;

import org.eclipse.jetty.http.HttpStatus;

/** The words that go with a status. */
public final class Reasons {
    private Reasons() {}

    public static String of(int status) {
        String known = HttpStatus.getMessage(status);
        return known == null || known.isEmpty() ? "Status " + status : known;
    }
}
