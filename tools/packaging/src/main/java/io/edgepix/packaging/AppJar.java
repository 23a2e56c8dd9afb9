package io.edgepix.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Merges jars into one. Its entries are sorted and not compressed, as the zip around it compresses better. Service
 * files are joined, licences and notices are stored under the name of their jar, and native libraries are left out.
 */
final class AppJar {
    /** The folder of licences and notices, with a folder for each jar. */
    static final String LEGAL = "META-INF/legal/";

    private static final String SERVICES = "META-INF/services/";

    /** Modules of the JDK that the program may use. */
    private static final List<String> LIBRARY =
            List.of("java.base", "java.datatransfer", "java.desktop", "java.prefs", "java.xml");

    /** Unused resources: time zones, descriptions of Kotlin's own types, and files that only the SDK's clients read. */
    private static final List<String> UNREAD = List.of(
            "org/joda/.*",
            "kotlin/.*\\.kotlin_builtins",
            "software/amazon/awssdk/.*",
            "codegen-resources/.*",
            "mime\\.types");

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, Set<String>> services = new TreeMap<>();

    /**
     * Reads jars.
     *
     * @throws PackagingException if two jars contain different files with the same name
     */
    static AppJar of(Collection<Path> jars) throws IOException {
        AppJar app = new AppJar();
        for (Path jar : jars) {
            app.add(jar);
        }
        app.services.forEach((name, lines) ->
                app.entries.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        return app;
    }

    private void add(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    add(path, entry.getName(), content(jar, entry));
                }
            }
        }
    }

    private void add(Path jar, String name, byte[] content) {
        if (name.startsWith(SERVICES)) {
            Set<String> lines = services.computeIfAbsent(name, n -> new LinkedHashSet<>());
            new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(lines::add);
        } else if (isLegal(name)) {
            entries.put(LEGAL + jar.getFileName() + "/" + name.replace("META-INF/", ""), content);
        } else if (isNeeded(name)) {
            byte[] other = entries.putIfAbsent(name, content);
            if (other != null && !Arrays.equals(other, content)) {
                throw new PackagingException(
                        jar.getFileName() + ": expected the same " + name + " as in an earlier jar");
            }
        }
    }

    /**
     * Drops classes that the program never reaches, and resources that only those would read.
     *
     * @param scratch a folder for temporary files
     */
    void shrink(Path scratch) throws IOException {
        Path whole = scratch.resolve("whole.jar");
        Path library = scratch.resolve("jdk.jar");
        Path smaller = scratch.resolve("smaller.jar");
        write(whole);
        JdkJar.write(LIBRARY, library);
        Shrinker.shrink(whole, library, smaller);
        AppJar reached = of(List.of(smaller));
        entries.keySet()
                .removeIf(name -> name.endsWith(".class") || UNREAD.stream().anyMatch(name::matches));
        reached.entries.forEach((name, content) -> {
            if (name.endsWith(".class")) {
                entries.put(name, content);
            }
        });
    }

    private static boolean isLegal(String name) {
        return name.matches("(META-INF/(jsoup/)?)?([A-Za-z0-9]+-)?(LICENSE|NOTICE|COPYING)[^/]*");
    }

    private static boolean isNeeded(String name) {
        return !name.startsWith("META-INF/") && !name.startsWith("native/") && !name.endsWith("module-info.class");
    }

    private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Writes the jar. The same input always results in the same bytes. */
    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                store(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Layout.TIME.toLocalDateTime());
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Returns the bytes of one file of a jar. */
    static byte[] entry(Path path, String name) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            JarEntry entry = jar.getJarEntry(name);
            if (entry == null) {
                throw new PackagingException(path.getFileName() + ": expected an entry " + name + ", got none");
            }
            return content(jar, entry);
        }
    }
}
