package io.edgepix.localedge;

import java.io.Serial;

/** The edge answers this itself; the message is for the viewer, the log line for whoever runs the edge. */
final class EdgeFailureException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String logLine;

    EdgeFailureException(int status, String forViewer, String logLine) {
        super(forViewer);
        this.status = status;
        this.logLine = logLine;
    }

    int status() {
        return status;
    }

    String forViewer() {
        return String.valueOf(getMessage());
    }

    String logLine() {
        return logLine;
    }
}
