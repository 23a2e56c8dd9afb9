package io.edgepix.packaging;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The paths in the zips with Java. The launcher of the origin-response function uses the same names. */
record Layout(Path folder) {
    /**
     * The modification time of every file. The AOT cache is valid only while the time of the jar stays the same, in
     * whole seconds. A zip stores only even seconds.
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

    /** Lambda's Java runtime loads the classes of all jars in this folder, and native libraries from it. */
    Path libraries() {
        return folder.resolve("lib");
    }

    /** The program under Lambda's Java runtime. */
    Path functionJar() {
        return libraries().resolve("app.jar");
    }

    Path natives() {
        return folder.resolve("native");
    }

    Path config() {
        return folder.resolve("edgepix.json");
    }
}
