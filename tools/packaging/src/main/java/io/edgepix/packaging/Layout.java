package io.edgepix.packaging;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The paths in the origin-response zip. The launcher knows these names too. */
record Layout(Path folder) {
    /**
     * The modification time of every file. The AOT cache is bound to that of the jar, in whole seconds; a zip stores
     * even seconds only.
     */
    static final ZonedDateTime TIME = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    Path runtime() {
        return folder.resolve("runtime");
    }

    Path appJar() {
        return folder.resolve("app.jar");
    }

    Path aotCache() {
        return folder.resolve("app.aot");
    }

    Path natives() {
        return folder.resolve("native");
    }

    Path config() {
        return folder.resolve("edgepix.json");
    }
}
