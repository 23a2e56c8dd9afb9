package io.edgepix.quality.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.cli.Edgepix;
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
        StringWriter output = new StringWriter();

        int status = Edgepix.commandLine(new Mutants())
                .setErr(new PrintWriter(output))
                .execute(
                        "mutants",
                        folder.toString(),
                        "--json",
                        folder.resolve("none/counts.json").toString(),
                        "--keep",
                        folder.resolve("kept").toString(),
                        "--root",
                        folder.toString());

        assertThat(status).isEqualTo(2);
        assertThat(output.toString()).contains("--json: cannot write");
    }
}
