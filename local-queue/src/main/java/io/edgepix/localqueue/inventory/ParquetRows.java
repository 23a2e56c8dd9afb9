package io.edgepix.localqueue.inventory;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import io.edgepix.pregenerate.listing.ListingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of a Parquet file. Its keys are not encoded. */
final class ParquetRows implements InventoryRows {
    private static final String BUCKET = "bucket";
    private static final String KEY = "key";
    private static final String IS_LATEST = "is_latest";
    private static final String IS_DELETE_MARKER = "is_delete_marker";

    /** Collects the columns of a row. */
    private static final class RowHydrator implements Hydrator<Map<String, Object>, InventoryRow> {
        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String heading, Object value) {
            if (value != null) {
                row.put(heading, value);
            }
            return row;
        }

        @Override
        public InventoryRow finish(Map<String, Object> row) {
            boolean isCurrent =
                    !Boolean.FALSE.equals(row.get(IS_LATEST)) && !Boolean.TRUE.equals(row.get(IS_DELETE_MARKER));
            return new InventoryRow(
                    String.valueOf(row.getOrDefault(BUCKET, "")), String.valueOf(row.getOrDefault(KEY, "")), isCurrent);
        }
    }

    private final String name;
    private final Stream<InventoryRow> stream;
    private final Iterator<InventoryRow> rows;
    private long row;

    /**
     * Opens a file.
     *
     * @param name the name of the file, for errors
     */
    ParquetRows(String name, Path file) {
        this.name = name;
        try {
            this.stream = ParquetReader.streamContent(
                    file.toFile(),
                    HydratorSupplier.constantly(new RowHydrator()),
                    List.of(BUCKET, KEY, IS_LATEST, IS_DELETE_MARKER));
            this.rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public InventoryRow next() {
        try {
            InventoryRow next = rows.next();
            row++;
            if (next.key().isEmpty()) {
                throw new ListingException(name + ", row " + row + ": expected the column key, got none");
            }
            return next;
        } catch (ListingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private ListingException damaged(Exception e) {
        return new ListingException(
                name + ", row " + (row + 1) + ": expected a complete Parquet file, got an error: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        stream.close();
    }
}
