package io.edgepix.derivation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Tests where the function finds the native libraries. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NativeLibrariesTest {
    @TempDir
    Path folder;

    private String before = "";

    @BeforeEach
    void clear() {
        before = System.getProperty(Renderers.NATIVE_FOLDER, "");
        System.clearProperty(Renderers.NATIVE_FOLDER);
    }

    @AfterEach
    void restore() {
        System.setProperty(Renderers.NATIVE_FOLDER, before);
    }

    @Test
    void find_inTheZip_setsTheProperty() throws IOException {
        Path natives = Files.createDirectory(folder.resolve("native"));

        find();

        assertThat(System.getProperty(Renderers.NATIVE_FOLDER)).isEqualTo(natives.toString());
    }

    @Test
    void find_ifTheyAreElsewhere_keepsTheProperty() throws IOException {
        Files.createDirectory(folder.resolve("native"));
        System.setProperty(Renderers.NATIVE_FOLDER, "/elsewhere");

        find();

        assertThat(System.getProperty(Renderers.NATIVE_FOLDER)).isEqualTo("/elsewhere");
    }

    @Test
    void find_withoutAny_leavesThePortableRenderer() {
        find();

        assertThat(System.getProperty(Renderers.NATIVE_FOLDER)).isNull();
    }

    private void find() {
        NativeLibraries.find(Map.of("LAMBDA_TASK_ROOT", folder.toString()));
    }
}
