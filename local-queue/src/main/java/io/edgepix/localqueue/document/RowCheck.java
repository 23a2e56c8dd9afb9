package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.document.DocumentRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks all rows of a file before anything is sent. */
final class RowCheck {
    /** Above the largest part of a job. */
    private static final int MAX_ROWS = 9_999_999;

    private final DocumentsJob documents;
    private final DocumentRules rules;

    /**
     * Creates a check.
     *
     * @param prefix the folder of documents; empty for the whole bucket
     */
    RowCheck(DocumentsJob documents, String prefix) {
        this.documents = documents;
        this.rules = new DocumentRules(true, prefix);
    }

    /**
     * Returns the number of rows.
     *
     * @throws CommandException if there are none, one of them is wrong, or two of them have the same key
     */
    int run() {
        RowHashes hashes = new RowHashes();
        String file = documents.data().name();
        try (DataRows rows = documents.data().rows()) {
            for (DataRow row = rows.next(); row != null; row = rows.next()) {
                DataRow current = row;
                documents.violation(row, rules).ifPresent(rule -> {
                    throw new CommandException(file + ", " + current.place() + ": " + rule);
                });
                hashes.add(documents.key(row));
                CommandException.refuseIf(
                        row.number() > MAX_ROWS, file + ": expected at most " + MAX_ROWS + " rows, got more");
            }
        }
        CommandException.refuseIf(hashes.size() == 0, file + ": expected at least one row, got none");
        int count = hashes.size();
        Set<Long> repeated = hashes.repeated();
        if (!repeated.isEmpty()) {
            refuseSameKeys(repeated, hashes);
        }
        return count;
    }

    /** Reads the rows again, since different keys may have the same hash. */
    private void refuseSameKeys(Set<Long> repeated, RowHashes hashes) {
        Map<String, DataRow> known = new HashMap<>();
        try (DataRows rows = documents.data().rows()) {
            for (DataRow row = rows.next(); row != null; row = rows.next()) {
                String key = documents.key(row);
                if (repeated.contains(hashes.hash(key))) {
                    @Nullable DataRow before = known.put(key, row);
                    if (before != null) {
                        throw new CommandException(
                                documents.data().name() + ": expected a different key for each row, got " + key
                                        + " for " + before.place() + " and " + row.place());
                    }
                }
            }
        }
    }
}
