package io.edgepix.localqueue.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangesTest {
    @TempDir
    Path folder;

    private FolderChanges changes;

    @BeforeEach
    void create() {
        changes = new FolderChanges(folder, Duration.ZERO);
    }

    @Test
    void file_thatIsStillWritten_countsOnceItStaysTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        changes.touch(file);
        Files.writeString(file, "22");

        assertThat(changes.settled()).isEmpty();
        assertThat(changes.settled()).containsExactly(new FolderChanges.Change("a.jpg", false));
        assertThat(changes.isSettled()).isTrue();
    }

    @Test
    void file_thatIsReplacedByOneOfTheSameSizeAndTime_counts() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        changes.remember(file);
        Path other = Files.writeString(folder.resolve("b.jpg"), "2");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);
        changes.touch(file);

        assertThat(changes.settled()).containsExactly(new FolderChanges.Change("a.jpg", false));
    }

    @Test
    void file_thatCameAndWent_isNoChange() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        changes.touch(file);
        Files.delete(file);

        assertThat(changes.settled()).isEmpty();
        assertThat(changes.settled()).isEmpty();
        assertThat(changes.isSettled()).isTrue();
    }

    @Test
    void file_withTheNameOfAnUpload_hasMoreTime() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg-6d2d4b1c-0c5e-4d53-9d0a-1f1c2d3e4f50"), "1");
        changes.touch(file);

        assertThat(changes.settled()).isEmpty();
        assertThat(changes.isSettled()).isFalse();
    }

    @Test
    void repeat_ofAKnownFile_isAChangeAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "1");
        changes.touch(file);
        assertThat(changes.settled()).hasSize(1);

        changes.repeat("a.jpg");

        assertThat(changes.settled()).containsExactly(new FolderChanges.Change("a.jpg", false));
    }
}
