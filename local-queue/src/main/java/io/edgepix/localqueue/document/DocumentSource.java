package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import io.edgepix.pregenerate.bulk.JobBucket;
import io.edgepix.pregenerate.bulk.JobDescription;
import io.edgepix.pregenerate.bulk.KeySource;
import io.edgepix.pregenerate.bulk.Marker;
import io.edgepix.pregenerate.bulk.SourceKey;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessages;
import io.edgepix.pregenerate.message.ResultTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The documents of a file as the keys of a job. The position is the number of rows before; a part is one row. */
public final class DocumentSource implements KeySource, AutoCloseable {
    private static final int PARTS_PER_BATCH = 100;

    /** SQS bills each 64 kB of a message as one request. */
    private static final int MAX_MESSAGE_BYTES = 1 << 16;

    private static final class Keys implements Iterator<SourceKey> {
        private final DocumentsJob documents;
        private final DataRows rows;
        private @Nullable DataRow next;

        private Keys(DocumentsJob documents, DataRows rows, int before) {
            this.documents = documents;
            this.rows = rows;
            this.next = rows.next();
            while (next != null && next.number() <= before) {
                next = rows.next();
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public SourceKey next() {
            DataRow row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = rows.next();
            return new SourceKey(documents.key(row), Integer.toString(row.number()));
        }
    }

    private final DocumentsJob documents;
    private final JobBucket bucket;
    private final RowCursor cursor;
    private final List<DataRows> open = new ArrayList<>();

    /**
     * Creates a source.
     *
     * @param bucket for the data of large rows
     */
    public DocumentSource(DocumentsJob documents, JobBucket bucket) {
        this.documents = documents;
        this.bucket = bucket;
        this.cursor = new RowCursor(documents.data());
    }

    @Override
    public Iterator<SourceKey> after(String position) {
        DataRows rows = documents.data().rows();
        open.add(rows);
        return new Keys(documents, rows, position.isEmpty() ? 0 : Integer.parseInt(position));
    }

    @Override
    public int keysPerPart() {
        return 1;
    }

    @Override
    public int partsPerBatch() {
        return PARTS_PER_BATCH;
    }

    @Override
    public List<String> messages(JobDescription job, List<Marker.Part> parts) {
        return parts.stream().map(part -> message(job.id(), part)).toList();
    }

    private String message(String job, Marker.Part part) {
        DataRow row = cursor.row(part.number() + 1);
        String key = documents.key(row);
        if (!part.keys().equals(List.of(key))) {
            throw new CommandException("job " + job + ": expected the documents of "
                    + documents.data().name() + ", got " + part.keys() + " for " + row.place() + " in its marker");
        }
        ResultTarget target = new ResultTarget(job, part.number(), documents.isNotified());
        String body = body(row, new DocumentData.Fields(row.data()), target);
        if (body.getBytes(StandardCharsets.UTF_8).length <= MAX_MESSAGE_BYTES) {
            return body;
        }
        bucket.put(JobKeys.data(job, part.number()), row.data().toString(), "");
        return body(
                row, new DocumentData.Stored(JobKeys.data(job, part.number()).value()), target);
    }

    private String body(DataRow row, DocumentData data, ResultTarget target) {
        return DocumentMessages.write(documents.message(row, data, target));
    }

    @Override
    public void close() {
        cursor.close();
        open.forEach(DataRows::close);
    }
}
