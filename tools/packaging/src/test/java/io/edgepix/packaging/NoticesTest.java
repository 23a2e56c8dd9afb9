package io.edgepix.packaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that packaging fails without a required notice. */
class NoticesTest {
    private static final List<String> JARS = List.of("gson-2.0.jar", "s3-1.0.jar");

    @TempDir
    Path folder;

    private Layout layout;

    @BeforeEach
    void pack() throws IOException {
        layout = new Layout(folder);
        write("LICENSE", "Apache");
        write("NOTICE.md", "| library | text |\n| --- | --- |\n| `gson-*.jar` | [LICENSE](LICENSE) |\n");
        write("native/NOTICE.md", """
                | `liba.so`, `fonts/*.ttf` | [A](notices/a.txt), [own](../LICENSE) |
                | `glib` | [A](notices/a.txt) |
                """);
        write("native/notices/a.txt", "A");
        write("native/liba.so", "");
        write("native/fonts/x.ttf", "");
        write("native/fonts/LICENSE", "");
        write("native/libvips-parts.json", "{\"glib\": \"2.90.0\"}");
        write(
                "native/NOTICE.md",
                Files.readString(folder.resolve("native/NOTICE.md"))
                        + "| `libvips-parts.json` | [A](notices/a.txt) |\n");
        try (OutputStream file = Files.newOutputStream(layout.appJar());
                ZipOutputStream app = new ZipOutputStream(file)) {
            app.putNextEntry(new ZipEntry("META-INF/legal/s3-1.0.jar/LICENSE.txt"));
            app.closeEntry();
        }
    }

    @Test
    void check_ifEachLibraryHasANotice_passes() {
        assertThatCode(() -> Notices.check(layout, layout.appJar(), JARS)).doesNotThrowAnyException();
    }

    @Test
    void check_aNewLibrary_isNamed() throws IOException {
        write("native/libnew.so", "");

        assertMissing("native/NOTICE.md has no row for libnew.so");
    }

    @Test
    void check_aNewPartOfLibvips_isNamed() throws IOException {
        write("native/libvips-parts.json", "{\"glib\": \"2.90.0\", \"jxl\": \"1.0\"}");

        assertMissing("native/NOTICE.md has no row for jxl");
    }

    @Test
    void check_aNewJar_isNamed() {
        assertThatThrownBy(() -> Notices.check(layout, layout.appJar(), List.of("new-1.0.jar")))
                .isInstanceOf(PackagingException.class)
                .hasMessage("licences are missing: NOTICE.md has no row for new-1.0.jar");
    }

    @Test
    void check_aTextThatIsGone_isNamed() throws IOException {
        Files.delete(folder.resolve("native/notices/a.txt"));

        assertMissing("[glib]: expected the text of a licence in notices/a.txt, got none");
    }

    @Test
    void check_aRowWithoutAText_isNamed() throws IOException {
        write("NOTICE.md", "| `gson-*.jar` | LICENSE |\n");

        assertMissing("[gson-*.jar]: expected a link to the text of a licence, got none");
    }

    private void assertMissing(String complaint) {
        assertThatThrownBy(() -> Notices.check(layout, layout.appJar(), JARS))
                .isInstanceOf(PackagingException.class)
                .hasMessageStartingWith("licences are missing: ")
                .hasMessageContaining(complaint);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
