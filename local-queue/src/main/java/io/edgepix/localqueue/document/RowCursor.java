package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import org.jspecify.annotations.Nullable;

/** Finds rows by their numbers. Rows in their order need one reading of the file. */
final class RowCursor implements AutoCloseable {
    private final DataFile file;
    private @Nullable DataRows rows;
    private int last;

    RowCursor(DataFile file) {
        this.file = file;
    }

    /**
     * Returns a row.
     *
     * @throws CommandException if the file has no such row
     */
    DataRow row(int number) {
        DataRows open = rows;
        if (open == null || number <= last) {
            close();
            open = file.rows();
            rows = open;
        }
        while (true) {
            DataRow row = open.next();
            if (row == null) {
                throw new CommandException(file.name() + ": expected the row " + number + ", got the end of the file");
            }
            last = row.number();
            if (last == number) {
                return row;
            }
        }
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        last = 0;
    }
}
