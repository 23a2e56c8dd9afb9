package io.edgepix.localqueue.document;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV with a header. Blank lines are skipped. All values are texts. */
final class CsvRows implements DataRows {
    private final String file;
    private final CloseableIterator<CsvRecord> records;
    private final CsvHeader header;
    private long line;
    private int number;

    /**
     * Creates the rows of a text.
     *
     * @param file the name of the file, for errors
     * @throws CommandException if the header is missing or wrong
     */
    CsvRows(String file, Reader reader) {
        this.file = file;
        this.records = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(reader)
                .iterator();
        CsvRecord first = record();
        if (first == null) {
            throw new CommandException(file + ": expected a first line with the names of the columns, got none");
        }
        this.header = CsvHeader.of(file, first.getFields());
    }

    @Override
    public @Nullable DataRow next() {
        CsvRecord row = record();
        if (row == null) {
            return null;
        }
        if (row.getFieldCount() != header.size()) {
            throw new CommandException(file + ", line " + line + ": expected " + header.size()
                    + " columns as in the first" + " line, got " + row.getFieldCount());
        }
        return new DataRow(++number, line, header.object(row.getFields()));
    }

    private @Nullable CsvRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            line = next.getStartingLineNumber();
            return next;
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandException(
                    file + ", after line " + line + ": expected a CSV, got an error: " + cause.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new CommandException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
