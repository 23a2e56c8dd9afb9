package io.edgepix.localqueue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCheckTest {
    @TempDir
    private Path folder;

    private int check(String csv, String to, String prefix) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), csv);
        DataFile data = DataFile.open(file, Encoding.of("UTF-8"));
        return new RowCheck(new DocumentsJob(new Key("t.html"), data, KeyPattern.parse(to), false, false), prefix)
                .run();
    }

    @Test
    void rows_withDifferentKeys_areCounted() throws IOException {
        StringBuilder csv = new StringBuilder("id\n");
        for (int i = 0; i < 3000; i++) {
            csv.append(i).append('\n');
        }

        assertThat(check(csv.toString(), "invoices/{id}.pdf", "invoices/")).isEqualTo(3000);
    }

    @Test
    void rows_withTheSameKey_areBothNamed() {
        assertThatThrownBy(() -> check("id,n\n1,a\n2,b\n1,c\n", "{id}.pdf", ""))
                .hasMessage(folder.resolve("a.csv") + ": expected a different key for each row, got 1.pdf for row 1"
                        + " (line 2) and row 3 (line 4)");
        assertThatThrownBy(() -> check("id\n1\n2\n", "all.pdf", ""))
                .hasMessageContaining("got all.pdf for row 1 (line 2) and row 2 (line 3)");
    }

    @Test
    void keys_thatTheWorkerWouldRefuse_areNamedWithTheirRow() {
        assertThatThrownBy(() -> check("id\n1\n", "other/{id}.pdf", "invoices/"))
                .hasMessageContaining("a.csv, row 1 (line 2): --to: expected a key that begins with documents.prefix, "
                        + "invoices/, got other/1.pdf");
        assertThatThrownBy(() -> check("id\n1\n", "{id}.html", "")).hasMessageContaining("--to: expected");
        assertThatThrownBy(() -> check("a,b\n.,.\n", "x/{a}{b}/c.pdf", ""))
                .hasMessageContaining("a: expected a text other than . and ..");
        assertThatThrownBy(() -> check("a\nx\n", "x/../{a}.pdf", "")).hasMessageContaining("--to: expected");
        assertThatThrownBy(() -> check("a\nx\n", ".edgepix/{a}.pdf", "")).hasMessageContaining("--to: expected");
    }

    @Test
    void file_withoutRows_isRefused() {
        assertThatThrownBy(() -> check("id\n", "{id}.pdf", ""))
                .hasMessage(folder.resolve("a.csv") + ": expected at least one row, got none");
    }
}
