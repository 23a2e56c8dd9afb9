package io.edgepix.packaging;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
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
    private static final String PARTS = "libvips-parts.json";

    private Notices() {}

    /** Adds the notices of the viewer-request function. */
    static void addToViewerRequest(Path folder, Path license) throws IOException {
        Files.copy(license, folder.resolve(LICENSE));
        copy("viewer-request.md", folder.resolve(NOTICE));
    }

    /**
     * Adds the notices of the origin-response function.
     *
     * @throws PackagingException if a part of the package has no notice
     */
    static void addToOriginResponse(Layout layout, Path license, List<Path> jars) throws IOException {
        Files.copy(license, layout.folder().resolve(LICENSE));
        copy("origin-response.md", layout.folder().resolve(NOTICE));
        copy(TWELVE_MONKEYS, layout.folder().resolve(TWELVE_MONKEYS));
        check(layout, jars.stream().map(jar -> jar.getFileName().toString()).toList());
    }

    /**
     * Checks that each native library, each part of libvips and each jar has a notice.
     *
     * @throws PackagingException if one is missing
     */
    static void check(Layout layout, List<String> jars) throws IOException {
        NoticeTable natives = NoticeTable.read(layout.natives().resolve(NOTICE));
        NoticeTable libraries = NoticeTable.read(layout.folder().resolve(NOTICE));
        List<String> complaints = new ArrayList<>(natives.complaints());
        complaints.addAll(libraries.complaints());
        Stream.concat(files(layout.natives()), parts(layout.natives()))
                .filter(name -> !natives.has(name))
                .forEach(name -> complaints.add("native/" + NOTICE + " has no row for " + name));
        try (JarFile app = new JarFile(layout.appJar().toFile())) {
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

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Notices.class.getResourceAsStream(resource))) {
            Files.copy(in, file);
        }
    }
}
