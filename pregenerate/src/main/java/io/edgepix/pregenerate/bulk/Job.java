package io.edgepix.pregenerate.bulk;

import io.edgepix.pregenerate.job.JobKeys;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A bulk job whose state is in the bucket. Any process can continue it. */
public final class Job {
    /**
     * The number of originals in a message. Even if each key has 1,024 bytes, and each of them is escaped, a message is
     * within 64 kB, which SQS bills as one request. A worker needs some seconds for them, so that little is repeated if
     * it dies.
     */
    public static final int KEYS_PER_PART = 25;

    /** The number of parts in a batch, which is that of SendMessageBatch. */
    static final int PARTS_PER_BATCH = 10;

    private final JobBucket bucket;
    private final JobDescription description;
    private volatile Marker marker;
    private volatile String etag;
    private volatile long acknowledged;

    Job(JobBucket bucket, JobDescription description, Marker marker, String etag) {
        this.bucket = bucket;
        this.description = description;
        this.marker = marker;
        this.etag = etag;
        this.acknowledged = marker.complete() ? marker.originals() : marker.originals() - keys(marker);
    }

    private static long keys(Marker marker) {
        return marker.batch().stream().mapToLong(part -> part.keys().size()).sum();
    }

    /** Returns what was asked for. */
    public JobDescription description() {
        return description;
    }

    /** Returns how far the job has been sent. */
    public Marker marker() {
        return marker;
    }

    /** Returns the number of originals whose messages the queue has acknowledged. */
    public long acknowledged() {
        return acknowledged;
    }

    /**
     * Sends the parts that were not sent yet.
     *
     * @param sent is called after each acknowledged batch
     * @throws StateChangedException if another run sends parts of this job at the same time
     */
    public void send(KeySource source, MessageSender sender, Consumer<Marker> sent) {
        if (marker.complete()) {
            return;
        }
        sendBatch(source, sender);
        Iterator<SourceKey> keys = source.after(marker.position());
        while (keys.hasNext()) {
            write(marker.with(batch(source, keys), source.keysPerPart()));
            sendBatch(source, sender);
            sent.accept(marker);
        }
        write(marker.completed());
        sent.accept(marker);
    }

    private void sendBatch(KeySource source, MessageSender sender) {
        sender.send(source.messages(description, marker.batch()));
        acknowledged = marker.originals();
    }

    private static List<SourceKey> batch(KeySource source, Iterator<SourceKey> keys) {
        int size = source.keysPerPart() * source.partsPerBatch();
        List<SourceKey> batch = new ArrayList<>();
        while (batch.size() < size && keys.hasNext()) {
            batch.add(keys.next());
        }
        return batch;
    }

    /** Records that a run has seen the end of the job. A later run with the same request is then a new job. */
    public void end() {
        write(marker.ended());
    }

    private void write(Marker next) {
        etag = bucket.put(JobKeys.marker(description.id()), JobJson.text(next), etag);
        marker = next;
    }
}
