package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The package of the origin-response function: the launcher, a Java runtime, the program and its cache. */
final class OriginResponseZip {
    /** AWS allows 50 MB; the rest is a reserve for new features or a later JDK. */
    static final long MAX_BYTES = 42_000_000;

    private OriginResponseZip() {}

    /**
     * Writes the zip.
     *
     * @param module the build folder of the module: its jar, {@code classpath} and {@code js}
     * @param natives the libraries of the native renderer
     * @param license the licence of edgepix
     * @param scratch an empty folder
     * @param kept the folder of the last AOT cache
     * @throws PackagingException if the package would not run, lacks a licence, or is too large
     */
    static void write(Path module, Path natives, Path license, String config, Path scratch, Path kept, Path zip)
            throws IOException {
        Layout layout = new Layout(Files.createDirectories(scratch.resolve("origin-response")));
        copyAll(module.resolve("js"), layout.folder());
        Files.writeString(layout.config(), config);
        BuiltJars jars = BuiltJars.of(module, "edgepix-origin-response.jar");
        AppJar app = AppJar.of(jars.all());
        app.shrink(Files.createDirectories(scratch.resolve("shrinking")));
        app.write(layout.appJar());
        copyAll(natives, Files.createDirectories(layout.natives()));
        JavaRuntime.link(layout.runtime(), scratch);
        Platform.check(layout.folder());
        Zip.age(layout.folder());
        AotCache.put(layout, Files.createDirectories(scratch.resolve("training")), kept);
        Notices.addToOriginResponse(layout, license, jars.all());
        Zip.write(layout.folder(), zip);
        if (Files.size(zip) > MAX_BYTES) {
            throw new PackagingException(
                    zip.getFileName() + ": expected at most " + MAX_BYTES + " bytes, got " + Files.size(zip));
        }
    }

    static void copyAll(Path from, Path to) throws IOException {
        for (Path file : Zip.files(from)) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(file, copy);
        }
    }
}
