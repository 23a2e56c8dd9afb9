package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppJarTest {
    private static final String SERVICE = "META-INF/services/javax.imageio.spi.ImageReaderSpi";

    @TempDir
    Path folder;

    @Test
    void jars_becomeOne_sortedAndStored() throws IOException {
        Path one = jar("one.jar", Map.of("b/B.class", "B", "z.properties", "z=1"));
        Path two = jar("two.jar", Map.of("a/A.class", "A"));

        try (JarFile app = write(List.of(one, two))) {
            assertThat(names(app)).containsExactly("META-INF/MANIFEST.MF", "a/A.class", "b/B.class", "z.properties");
            assertThat(Collections.list(app.entries())).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
            assertThat(text(app, "b/B.class")).isEqualTo("B");
        }
    }

    @Test
    void servicesOfTwoJars_areJoined() throws IOException {
        Path one = jar("one.jar", Map.of(SERVICE, "# readers\none.Reader\n"));
        Path two = jar("two.jar", Map.of(SERVICE, "two.Reader # the second\none.Reader"));

        try (JarFile app = write(List.of(one, two))) {
            assertThat(text(app, SERVICE)).isEqualTo("one.Reader\ntwo.Reader\n");
        }
    }

    @Test
    void licencesAndNotices_areKeptUnderTheirJar() throws IOException {
        Path one = jar("one.jar", Map.of("META-INF/LICENSE.txt", "1", "NOTICE", "n"));
        Path two = jar("two.jar", Map.of("META-INF/LICENSE.txt", "2"));

        try (JarFile app = write(List.of(one, two))) {
            assertThat(text(app, "META-INF/legal/one.jar/LICENSE.txt")).isEqualTo("1");
            assertThat(text(app, "META-INF/legal/one.jar/NOTICE")).isEqualTo("n");
            assertThat(text(app, "META-INF/legal/two.jar/LICENSE.txt")).isEqualTo("2");
        }
    }

    @Test
    void filesThatAMergedJarCannotUse_areLeftOut() throws IOException {
        Path one = jar(
                "one.jar",
                Map.of(
                        "module-info.class", "m",
                        "META-INF/versions/9/module-info.class", "m",
                        "META-INF/maven/x/pom.xml", "p",
                        "META-INF/ONE.SF", "signature",
                        "native/Mac/x86_64/lib.dylib", "n"));

        try (JarFile app = write(List.of(one))) {
            assertThat(names(app)).containsExactly("META-INF/MANIFEST.MF");
        }
    }

    @Test
    void twoFilesOfOneName_areRefusedUnlessTheyAreTheSame() throws IOException {
        Path one = jar("one.jar", Map.of("a/A.class", "A"));
        Path same = jar("same.jar", Map.of("a/A.class", "A"));
        Path other = jar("other.jar", Map.of("a/A.class", "another"));

        write(List.of(one, same)).close();
        assertThatThrownBy(() -> AppJar.of(List.of(one, other)))
                .isInstanceOf(PackagingException.class)
                .hasMessage("other.jar: expected the same a/A.class as in an earlier jar");
    }

    @Test
    void theSameJars_giveTheSameBytes() throws IOException {
        Path one = jar("one.jar", Map.of("a/A.class", "A", "b/B.class", "B"));
        AppJar.of(List.of(one)).write(folder.resolve("first.jar"));
        AppJar.of(List.of(one)).write(folder.resolve("second.jar"));

        assertThat(folder.resolve("first.jar")).hasSameBinaryContentAs(folder.resolve("second.jar"));
    }

    @Test
    void aShrunkProgram_keepsReachableClassesAndThoseFoundByName() throws IOException {
        AppJar app = AppJar.of(List.of(classes(
                Map.of(
                        "io.edgepix.Ours", "used.Used",
                        "used.Used", "used.Further",
                        "used.Further", "java.lang.System",
                        "unused.Unused", "unused.Further",
                        "unused.Further", "java.lang.System",
                        "com.twelvemonkeys.Codec", "java.lang.System"),
                Map.of("org/joda/zones", "z", "used/messages", "m", SERVICE, "com.twelvemonkeys.Codec"))));

        app.shrink(folder);

        app.write(folder.resolve("app.jar"));
        try (JarFile jar = new JarFile(folder.resolve("app.jar").toFile())) {
            assertThat(names(jar))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            SERVICE,
                            "com/twelvemonkeys/Codec.class",
                            "io/edgepix/Ours.class",
                            "used/Further.class",
                            "used/Used.class",
                            "used/messages");
        }
    }

    @Test
    void aMissingEntry_isNamed() throws IOException {
        Path one = jar("one.jar", Map.of("a/A.class", "A"));

        assertThatThrownBy(() -> AppJar.entry(one, "native/x.so"))
                .hasMessage("one.jar: expected an entry native/x.so, got none");
    }

    private JarFile write(List<Path> jars) throws IOException {
        Path app = folder.resolve("app.jar");
        AppJar.of(jars).write(app);
        return new JarFile(app.toFile());
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        entries.forEach((entry, text) -> contents.put(entry, text.getBytes(StandardCharsets.UTF_8)));
        return jarOf(name, contents);
    }

    /** Writes a jar of classes. The method {@code go} of each calls that of another class. */
    private Path classes(Map<String, String> calls, Map<String, String> resources) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        resources.forEach((entry, text) -> contents.put(entry, text.getBytes(StandardCharsets.UTF_8)));
        calls.forEach((caller, called) ->
                contents.put(caller.replace('.', '/') + ".class", caller(ClassDesc.of(caller), ClassDesc.of(called))));
        return jarOf("classes.jar", contents);
    }

    private static byte[] caller(ClassDesc caller, ClassDesc called) {
        String method = called.packageName().equals("java.lang") ? "gc" : "go";
        return ClassFile.of()
                .build(
                        caller,
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withMethodBody(
                                        "go",
                                        ConstantDescs.MTD_void,
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        code -> code.invokestatic(called, method, ConstantDescs.MTD_void)
                                                .return_()));
    }

    private Path jarOf(String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
