package io.edgepix.packaging;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The licences and notices that a package must carry for its contents. */
final class Notices {
    static final String LICENSE = "LICENSE";
    static final String NOTICE = "NOTICE.md";
    private static final String TWELVE_MONKEYS = "twelvemonkeys.txt";
    private static final String CRAC = "crac.txt";
    private static final String LIBRARIES = "libraries.md";
    private static final String FONTS = "io/edgepix/documents/fonts/";
    private static final List<String> FONT_LICENCES = List.of(
            "noto-sans-LICENSE.txt",
            "noto-sans-jp-LICENSE.txt",
            "noto-sans-math-LICENSE.txt",
            "noto-sans-symbols-2-LICENSE.txt");
    private static final String PARTS = "libvips-parts.json";

    private Notices() {}

    /** Adds the notices of the viewer-request function. */
    static void addToViewerRequest(Path folder, Path license) throws IOException {
        Files.copy(license, folder.resolve(LICENSE));
        Files.writeString(folder.resolve(NOTICE), text("viewer-request.md"));
    }

    /**
     * Adds the notices of the origin-response function.
     *
     * @throws PackagingException if a part of the package has no notice
     */
    static void addToOriginResponse(Layout layout, Path license, List<Path> jars) throws IOException {
        add(layout, license, List.of("origin-response.md", LIBRARIES), List.of(TWELVE_MONKEYS));
        check(layout, layout.appJar(), names(jars));
    }

    /**
     * Adds the notices of a function for Lambda's own Java runtime.
     *
     * @throws PackagingException if a part of the package has no notice
     */
    static void addToJavaFunction(Layout layout, Path license, List<Path> jars) throws IOException {
        List<String> names = names(jars);
        List<String> parts = new ArrayList<>(List.of("java-function.md", LIBRARIES, "crac.md"));
        List<String> texts = new ArrayList<>(List.of(TWELVE_MONKEYS, CRAC));
        if (names.stream().anyMatch(name -> name.startsWith("edgepix-documents"))) {
            parts.add("documents.md");
            texts.add("jmustache.txt");
            for (String licence : FONT_LICENCES) {
                Files.write(layout.folder().resolve(licence), AppJar.entry(layout.functionJar(), FONTS + licence));
            }
        }
        add(layout, license, parts, texts);
        check(layout, layout.functionJar(), names);
    }

    /** Adds the licence of edgepix, a notice that consists of parts, and the texts that it links to. */
    private static void add(Layout layout, Path license, List<String> parts, List<String> texts) throws IOException {
        Files.copy(license, layout.folder().resolve(LICENSE));
        StringBuilder notice = new StringBuilder();
        for (String part : parts) {
            notice.append(text(part));
        }
        Files.writeString(layout.folder().resolve(NOTICE), notice);
        for (String name : texts) {
            Files.writeString(layout.folder().resolve(name), text(name));
        }
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }

    /**
     * Checks that each native library, each part of libvips and each jar has a notice.
     *
     * @param program the jar that the others were merged into
     * @throws PackagingException if one is missing
     */
    static void check(Layout layout, Path program, List<String> jars) throws IOException {
        NoticeTable natives = NoticeTable.read(layout.natives().resolve(NOTICE));
        NoticeTable libraries = NoticeTable.read(layout.folder().resolve(NOTICE));
        List<String> complaints = new ArrayList<>(natives.complaints());
        complaints.addAll(libraries.complaints());
        Stream.concat(files(layout.natives()), parts(layout.natives()))
                .filter(name -> !natives.has(name))
                .forEach(name -> complaints.add("native/" + NOTICE + " has no row for " + name));
        try (JarFile app = new JarFile(program.toFile())) {
            jars.stream()
                    .filter(jar -> !libraries.has(jar) && !hasLegal(app, jar))
                    .forEach(jar -> complaints.add(NOTICE + " has no row for " + jar));
        }
        if (!complaints.isEmpty()) {
            throw new PackagingException("licences are missing: " + String.join("; ", complaints));
        }
    }

    /** Returns all files of a folder except licences and notices. */
    private static Stream<String> files(Path folder) throws IOException {
        return Zip.files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .filter(name -> !name.equals(NOTICE) && !name.startsWith("notices/") && !name.endsWith("/" + LICENSE));
    }

    private static Stream<String> parts(Path natives) throws IOException {
        return JsonParser.parseString(Files.readString(natives.resolve(PARTS))).getAsJsonObject().keySet().stream();
    }

    private static boolean hasLegal(JarFile app, String jar) {
        return app.stream().anyMatch(entry -> entry.getName().startsWith(AppJar.LEGAL + jar + "/"));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Notices.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
