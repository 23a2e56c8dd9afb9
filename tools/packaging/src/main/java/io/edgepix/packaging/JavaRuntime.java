package io.edgepix.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The runtime in the origin-response zip: the parts of this JDK that rendering and S3 need. */
final class JavaRuntime {
    private static final List<String> MODULES = List.of("java.base", "java.desktop");

    private static final List<String> UNUSED_FILES = List.of(
            "/java.desktop/lib/libawt_xawt.so",
            "/java.desktop/lib/libfontmanager.so",
            "/java.desktop/lib/libfreetype.so",
            "/java.desktop/lib/libjawt.so",
            "/java.desktop/lib/libjsound.so",
            "/java.desktop/lib/libsplashscreen.so",
            "/java.desktop/lib/psfont*",
            // Sorts large arrays by AVX2 or AVX-512. The JVM works without it, and rendering sorts no large arrays.
            "/java.base/lib/libsimdsort.so",
            "/java.base/lib/jrt-fs.jar",
            "/java.base/lib/jexec",
            "/java.base/bin/keytool");

    private JavaRuntime() {}

    /**
     * Links the runtime.
     *
     * @param folder the folder to write, which must not exist
     * @param scratch a folder for a temporary file
     * @throws PackagingException if this JDK cannot link it
     */
    static void link(Path folder, Path scratch) throws IOException {
        Path unused = Files.write(scratch.resolve("unused-classes"), UnusedClasses.names());
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new PackagingException("this JDK has no jlink; install a complete JDK 25"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = jlink.run(
                out,
                out,
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--exclude-resources",
                "@" + unused,
                "--exclude-files",
                String.join(",", UNUSED_FILES),
                "--output",
                folder.toString());
        if (status != 0) {
            throw new PackagingException("jlink failed: " + said);
        }
        withoutLinks(folder);
        withoutSymbolTables(folder);
        TrustedRoots.keepAmazon(folder.resolve("lib/security/cacerts"));
        SecurityProperties.keepUsed(folder.resolve("conf/security/java.security"));
    }

    /**
     * Replaces links to licences that several modules share, since the zip leaves links out. A line that names the text
     * replaces the link, as jlink does on systems without links. A copy of the text would need 9 kB.
     */
    private static void withoutLinks(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Path target = Files.readSymbolicLink(link);
                byte[] content = link.startsWith(folder.resolve("legal"))
                        ? ("Please see " + target + "\n").getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(link);
                Files.delete(link);
                Files.write(link, content);
            }
        }
    }

    /** Leaves out what only debuggers read. jlink would need the program {@code objcopy} for it. */
    private static void withoutSymbolTables(Path folder) throws IOException {
        for (Path file : Zip.files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] stripped = StrippedElf.of(bytes);
            if (stripped.length < bytes.length) {
                Files.write(file, stripped);
            }
        }
    }
}
