package io.edgepix.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The classes of modules of this JDK as one jar, for tools that cannot read modules. */
final class JdkJar {
    private JdkJar() {}

    static void write(List<String> modules, Path file) throws IOException {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.setLevel(0);
            for (String module : modules) {
                add(jar, jdk.getPath("modules", module));
            }
        }
    }

    private static void add(ZipOutputStream jar, Path module) throws IOException {
        try (Stream<Path> all = Files.walk(module)) {
            for (Path path : all.filter(JdkJar::isClass).toList()) {
                jar.putNextEntry(new ZipEntry(module.relativize(path).toString()));
                Files.copy(path, jar);
                jar.closeEntry();
            }
        }
    }

    private static boolean isClass(Path path) {
        return path.toString().endsWith(".class") && !path.endsWith("module-info.class");
    }
}
