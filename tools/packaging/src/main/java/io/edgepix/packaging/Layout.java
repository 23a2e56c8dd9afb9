package io.edgepix.packaging;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Where things lie in the origin-response zip. The launcher knows these names too. */
record Layout(Path folder) {
    /** The age of every file. The AOT cache is bound to the jar's, in whole seconds; a zip keeps even ones. */
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
