package io.edgepix.packaging;

import java.nio.file.Path;
import java.util.Objects;

/** The zips that the build has just written. */
final class Dist {
    private Dist() {}

    static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty("edgepix.dist"), "edgepix.dist"));
    }

    static Path viewerRequest() {
        return folder().resolve("viewer-request.zip");
    }

    static Path originResponse() {
        return folder().resolve("origin-response.zip");
    }

    static Path pregenerate() {
        return folder().resolve("pregenerate.zip");
    }

    static Path regional() {
        return folder().resolve("regional.zip");
    }
}
