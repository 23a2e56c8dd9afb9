package io.edgepix.localedge.http;

import java.io.Serial;

/** A failure that the edge answers itself, with one sentence for the viewer and a line for the log. */
public final class EdgeFailureException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String logLine;

    public EdgeFailureException(int status, String forViewer, String logLine) {
        super(forViewer);
        this.status = status;
        this.logLine = logLine;
    }

    public int status() {
        return status;
    }

    public String forViewer() {
        return String.valueOf(getMessage());
    }

    public String logLine() {
        return logLine;
    }
}
