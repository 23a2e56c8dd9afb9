package io.edgepix.localqueue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileTest {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @TempDir
    private Path folder;

    private DataFile file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private DataFile file(String name, byte[] bytes, String encoding) throws IOException {
        return DataFile.open(Files.write(folder.resolve(name), bytes), Encoding.of(encoding));
    }

    private static List<DataRow> rows(DataFile file) {
        List<DataRow> all = new ArrayList<>();
        try (DataRows rows = file.rows()) {
            for (DataRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static List<String> texts(DataFile file) {
        return rows(file).stream()
                .map(row -> row.number() + "/" + row.line() + " " + row.data())
                .toList();
    }

    @Test
    void csv_withByteOrderMarkQuotesAndNestedNames_isObjects() throws IOException {
        assertThat(texts(file(
                        "a.csv",
                        "\uFEFFid, customer.name ,customer.city\r\n1,\"髙橋, 美咲\",札幌\r\n\r\n2,\"two\nlines\",\r\n3,x,y")))
                .containsExactly(
                        "1/2 {\"id\":\"1\",\"customer\":{\"name\":\"髙橋, 美咲\",\"city\":\"札幌\"}}",
                        "2/4 {\"id\":\"2\",\"customer\":{\"name\":\"two\\nlines\",\"city\":\"\"}}",
                        "3/6 {\"id\":\"3\",\"customer\":{\"name\":\"x\",\"city\":\"y\"}}");
    }

    @Test
    void csv_ofExcelInJapanese_hasCharactersOutsideOfTheStandard() throws IOException {
        DataFile file = file("a.csv", "name\n髙橋 﨑 ㈱①".getBytes(WINDOWS_31J), "Shift_JIS");

        assertThat(texts(file)).containsExactly("1/2 {\"name\":\"髙橋 﨑 ㈱①\"}");
    }

    @Test
    void bytes_ofAnotherEncoding_areNamedWithTheirLine() {
        String text = "name\n" + "x\n".repeat(100_000) + "髙橋\n";

        assertThatThrownBy(() -> file("a.csv", text.getBytes(WINDOWS_31J), "UTF-8"))
                .isInstanceOf(CommandException.class)
                .hasMessage(
                        folder.resolve("a.csv") + ", line 100002: expected UTF-8, got other bytes; for a file of Excel"
                                + " in Japanese, try --encoding Shift_JIS");
        assertThatThrownBy(() -> file("a.csv", "name\n﨑\uD842\uDFB7".getBytes(StandardCharsets.UTF_8), "Shift_JIS"))
                .hasMessageContaining("a.csv, line 2: expected windows-31j, got other bytes; without --encoding");
    }

    @Test
    void bytes_thatEndWithinACharacter_areRefused() {
        assertThatThrownBy(() -> file("a.csv", new byte[] {'a', '\n', (byte) 0xE9, (byte) 0xAB}, "UTF-8"))
                .hasMessageContaining("a.csv, line 2: expected UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "``          | : expected a first line with the names of the columns, got none",
                "a,,b        | : column 2: expected a name such as id or customer.name, got none",
                "a,b..c      | : column 2: expected a name such as id or customer.name, got 'b..c'",
                "a,b,a       | : expected different names, got a for the columns 1 and 3",
                "a,b.c,b     | : expected a text or an object for b, got both, by the columns b and b.c",
                "a,b;1,2;3   | , line 3: expected 2 columns as in the first line, got 1",
                "a,b;1,2,3   | , line 2: expected 2 columns as in the first line, got 3",
            })
    void csv_withAMistake_namesIt(String lines, String complaint) {
        assertThatThrownBy(() -> rows(file("a.csv", lines.replace(';', '\n'))))
                .isInstanceOf(CommandException.class)
                .hasMessage(folder.resolve("a.csv") + complaint);
    }

    @Test
    void csv_withTextAfterAQuote_namesTheLineBefore() {
        assertThatThrownBy(() -> rows(file("a.csv", "a,b\n1,2\n\"x\"y,z\n")))
                .hasMessageStartingWith(folder.resolve("a.csv") + ", after line 2: expected a CSV, got an error: ");
    }

    @Test
    void jsonLines_withBlankLines_areObjects() throws IOException {
        assertThat(texts(file("a.jsonl", "{\"id\": 1}\r\n \n\n{\"items\": [{\"n\": \"﨑\"}]}")))
                .containsExactly("1/1 {\"id\":1}", "2/4 {\"items\":[{\"n\":\"﨑\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": x}        | , line 2, column 7: expected a JSON object, got text that is not JSON",
                "{\"a\": 1         | , line 2, column 8: expected a JSON object, got text that is not JSON",
                "[1]               | , line 2: expected a JSON object, got a list",
                "1                 | , line 2: expected a JSON object, got a single value",
                "{\"a\": 1} {}     | , line 2: expected one JSON object, got more after it",
            })
    void jsonLine_thatIsWrong_isNamed(String line, String complaint) {
        assertThatThrownBy(() -> rows(file("a.jsonl", "{}\n" + line)))
                .isInstanceOf(CommandException.class)
                .hasMessage(folder.resolve("a.jsonl") + complaint);
    }

    @Test
    void file_thatChangesMeanwhile_isRefused() throws IOException {
        DataFile file = file("a.csv", "id\n1\n");
        Files.setLastModifiedTime(folder.resolve("a.csv"), FileTime.fromMillis(1));

        assertThatThrownBy(file::rows).hasMessageContaining("a.csv: expected an unchanged file");
    }

    @Test
    void file_withAnotherNameOrNone_isRefused() {
        assertThatThrownBy(() -> file("a.xlsx", "x"))
                .hasMessageStartingWith("--data: expected a file that ends in .csv, .jsonl or .ndjson, got ");
        assertThatThrownBy(() -> DataFile.open(folder.resolve("b.csv"), Encoding.of("UTF-8")))
                .hasMessage(folder.resolve("b.csv") + ": expected a file, got none");
        assertThatThrownBy(() -> Encoding.of("UTF-9"))
                .hasMessage("--encoding: expected the name of an encoding such as UTF-8 or Shift_JIS, got 'UTF-9'");
    }
}
