package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The package of a function for Lambda's own Java runtime: the program and the libraries of the native renderer.
 *
 * @param module the name of the function's module
 */
record JavaFunctionZip(String module) {
    static final JavaFunctionZip PREGENERATE = new JavaFunctionZip("pregenerate");
    static final JavaFunctionZip REGIONAL = new JavaFunctionZip("regional");

    /** libwebp, which Java must find as well as the native renderer. */
    private static final String WEBP = "libwebp-imageio.so";

    /** AWS allows 50 MB; the rest is a reserve. */
    static final long MAX_BYTES = OriginResponseZip.MAX_BYTES;

    /** The limit of AWS for the unpacked files. */
    static final long MAX_UNPACKED_BYTES = 250_000_000;

    /** Texts that the notices of native libraries link to, and that the origin-response zip has in its runtime. */
    private static final List<String> LEGAL = List.of(
            "java.desktop/freetype.md", "java.desktop/harfbuzz.md", "java.desktop/lcms.md", "java.desktop/libpng.md");

    /** Returns the name of the zip. */
    String file() {
        return module + ".zip";
    }

    /**
     * Writes the zip. The same input always results in the same bytes.
     *
     * @param built the build folder of the module: its jar and {@code classpath}
     * @param natives the libraries of the native renderer
     * @param license the licence of edgepix
     * @param scratch an empty folder
     * @throws PackagingException if the package would not run, lacks a licence, or is too large
     */
    void write(Path built, Path natives, Path license, String config, Path scratch, Path zip) throws IOException {
        Layout layout = new Layout(Files.createDirectories(scratch.resolve(module)));
        Files.createDirectories(layout.libraries());
        Files.writeString(layout.config(), config);
        BuiltJars jars = BuiltJars.of(built, "edgepix-" + module + ".jar");
        AppJar.of(jars.merged()).write(layout.functionJar());
        for (Path jar : jars.replaceable()) {
            Files.copy(jar, layout.libraries().resolve(jar.getFileName()));
        }
        OriginResponseZip.copyAll(natives, Files.createDirectories(layout.natives()));
        Files.move(layout.natives().resolve(WEBP), layout.libraries().resolve(WEBP));
        Platform.check(layout.folder());
        addLegal(layout);
        Notices.addToJavaFunction(layout, license, jars.all());
        checkSize(layout, zip);
        Zip.write(layout.folder(), zip);
        if (Files.size(zip) > MAX_BYTES) {
            throw new PackagingException(
                    zip.getFileName() + ": expected at most " + MAX_BYTES + " bytes, got " + Files.size(zip));
        }
    }

    private static void addLegal(Layout layout) throws IOException {
        Path texts = Path.of(System.getProperty("java.home"), "legal");
        for (String name : LEGAL) {
            Path copy = layout.runtime().resolve("legal").resolve(name);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.write(copy, Files.readAllBytes(texts.resolve(name)));
        }
    }

    private static void checkSize(Layout layout, Path zip) throws IOException {
        long bytes = 0;
        for (Path file : Zip.files(layout.folder())) {
            bytes += Files.size(file);
        }
        if (bytes > MAX_UNPACKED_BYTES) {
            throw new PackagingException(
                    zip.getFileName() + ": expected at most " + MAX_UNPACKED_BYTES + " unpacked bytes, got " + bytes);
        }
    }
}
