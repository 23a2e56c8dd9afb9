package io.edgepix.localedge;

import org.eclipse.jetty.http.HttpStatus;

/** The words that go with a status. */
final class Reasons {
    private Reasons() {}

    static String of(int status) {
        String known = HttpStatus.getMessage(status);
        return known == null || known.isEmpty() ? "Status " + status : known;
    }
}
