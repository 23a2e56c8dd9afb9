package io.edgepix.localedge.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The icon of the page: mountains under a sun. */
final class Icon {
    static final String CONTENT_TYPE = "image/svg+xml";
    static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">"
            + "<rect width=\"32\" height=\"32\" rx=\"7\" fill=\"#0b7285\"/>"
            + "<circle cx=\"23\" cy=\"10\" r=\"3.5\" fill=\"#ffd43b\"/>"
            + "<path d=\"M4 26 12 12l6 9 3-4 7 9z\" fill=\"#fff\"/></svg>";

    private Icon() {}

    /** Returns a URL that contains the icon. */
    static String dataUrl() {
        return "data:" + CONTENT_TYPE + ";base64,"
                + Base64.getEncoder().encodeToString(SVG.getBytes(StandardCharsets.UTF_8));
    }
}
