package io.edgepix.localqueue.inventory;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.edgepix.pregenerate.listing.ListingException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The rows of a CSV in gzip. Its keys are URL-encoded, and it has no header: the columns are in the manifest. */
final class CsvRows implements InventoryRows {
    private final String name;
    private final List<String> columns;
    private final int bucket;
    private final int key;
    private final int isLatest;
    private final int isDeleteMarker;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    /**
     * Opens a file.
     *
     * @param name the name of the file, for errors
     * @param schema the columns, separated by commas
     */
    CsvRows(String name, Path file, String schema) {
        this.name = name;
        this.columns = Arrays.stream(schema.split(",")).map(String::strip).toList();
        this.bucket = columns.indexOf("Bucket");
        this.key = columns.indexOf("Key");
        this.isLatest = columns.indexOf("IsLatest");
        this.isDeleteMarker = columns.indexOf("IsDeleteMarker");
        if (bucket < 0 || key < 0) {
            throw new ListingException(
                    name + ": fileSchema: expected the columns Bucket and Key in the manifest, got \"" + schema + "\"");
        }
        try {
            this.records = CsvReader.builder()
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(new InputStreamReader(
                            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))
                    .iterator();
        } catch (IOException e) {
            throw cutShort(0, e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | CsvParseException e) {
            throw cutShort(line + 1, e);
        }
    }

    @Override
    public InventoryRow next() {
        CsvRecord row = record();
        line = row.getStartingLineNumber();
        if (row.getFieldCount() < columns.size()) {
            throw new ListingException(name + ", line " + line + ": expected " + columns.size() + " columns, got "
                    + row.getFieldCount() + "; the file is cut short");
        }
        boolean isCurrent = (isLatest < 0 || row.getField(isLatest).equalsIgnoreCase("true"))
                && (isDeleteMarker < 0 || !row.getField(isDeleteMarker).equalsIgnoreCase("true"));
        return new InventoryRow(row.getField(bucket), decoded(row.getField(key)), isCurrent);
    }

    private CsvRecord record() {
        try {
            return records.next();
        } catch (UncheckedIOException | CsvParseException e) {
            throw cutShort(line + 1, e);
        }
    }

    private String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ListingException(
                    name + ", line " + line + ": expected a URL-encoded key, got \"" + encoded + "\"", e);
        }
    }

    private ListingException cutShort(long at, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new ListingException(
                name + ", line " + at + ": expected a complete CSV in gzip, got an error: " + cause.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
