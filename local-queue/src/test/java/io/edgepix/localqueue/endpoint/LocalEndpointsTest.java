package io.edgepix.localqueue.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalEndpointsTest {
    @TempDir
    private Path folder;

    private final ServerSocket server;

    LocalEndpointsTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private LocalEndpoints of(long pid) {
        String url = "http://127.0.0.1:" + server.getLocalPort();
        return new LocalEndpoints(pid, url, "b", "k", "s", url, "q", "h", "d", "r", "{}");
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
        assertRefused();
        of(Long.MAX_VALUE).write(folder);
        assertRefused();
    }

    @Test
    void read_nothingListens_isRefused() throws IOException {
        LocalEndpoints own = of(ProcessHandle.current().pid());
        server.close();
        own.write(folder);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"pid\": 1, \"s3\"", "{}", "{\"pid\": 1}", "[]"})
    void read_cutShortOrIncomplete_isRefused(String text) throws IOException {
        of(1).write(folder);
        Files.writeString(folder.resolve(LocalEndpoints.FILE), text);
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> LocalEndpoints.read(folder))
                .hasMessageContaining("no ./dev run --pregenerate serves " + folder);
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
