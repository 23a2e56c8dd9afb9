package io.edgepix.localqueue.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEndpointsTest {
    @TempDir
    private Path folder;

    private static LocalEndpoints of(long pid) {
        return new LocalEndpoints(pid, "http://127.0.0.1:1", "b", "k", "s", "http://127.0.0.1:2", "q", "h", "d", "{}");
    }

    @Test
    void read_runningProcess_returnsItsEndpoints() throws IOException {
        LocalEndpoints own = of(ProcessHandle.current().pid());
        own.write(folder);
        assertThat(LocalEndpoints.read(folder)).isEqualTo(own);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(LocalEndpoints.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void read_noFileOrAnEndedProcess_saysHowToStartOne() throws IOException {
        assertThatThrownBy(() -> LocalEndpoints.read(folder))
                .hasMessageContaining("expected the folder of a running ./dev run --pregenerate");
        of(Long.MAX_VALUE).write(folder);
        assertThatThrownBy(() -> LocalEndpoints.read(folder))
                .hasMessageContaining("expected the folder of a running ./dev run --pregenerate");
    }

    @Test
    void delete_fileOfALaterRun_isKept() throws IOException {
        LocalEndpoints own = of(ProcessHandle.current().pid());
        own.write(folder);
        of(1).delete(folder);
        assertThat(LocalEndpoints.read(folder)).isEqualTo(own);
        own.delete(folder);
        assertThat(folder.resolve(LocalEndpoints.FILE)).doesNotExist();
    }
}
