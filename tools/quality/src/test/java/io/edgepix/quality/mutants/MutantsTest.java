package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MutantsTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatCannotBeWritten_isRefusedBeforeTheWork() {
        StringWriter said = new StringWriter();

        int status = Mutants.commandLine()
                .setErr(new PrintWriter(said))
                .execute(
                        folder.toString(),
                        "--json",
                        folder.resolve("none/counts.json").toString(),
                        "--keep",
                        folder.resolve("kept").toString(),
                        "--peer",
                        folder.toString());

        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("--json: cannot be written");
    }
}
