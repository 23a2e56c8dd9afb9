package io.edgepix.localedge.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a zip file as a file system without extended attributes. */
class ExtendedAttributesTest {
    @TempDir
    Path folder;

    @Test
    void require_fileSystemWithoutAttributes_isReportedAndLeavesNoFile() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path root = zip.getPath("/");

            assertThatThrownBy(() -> ExtendedAttributes.require(root))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("extended attributes");
            try (Stream<Path> left = Files.list(root)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void require_fileSystemWith_leavesNothing() throws IOException {
        assertThatCode(() -> ExtendedAttributes.require(folder)).doesNotThrowAnyException();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
