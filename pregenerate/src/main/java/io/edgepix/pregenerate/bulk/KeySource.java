package io.edgepix.pregenerate.bulk;

import io.edgepix.pregenerate.message.JobMessage;
import io.edgepix.pregenerate.message.JobMessages;
import java.util.Iterator;
import java.util.List;

/** The keys of a job, in an order that does not change: originals, unless a source overrides the other methods. */
@FunctionalInterface
public interface KeySource {
    /** Returns the keys after a position; an empty position is before the first key. */
    Iterator<SourceKey> after(String position);

    /** Returns the number of keys in a message. */
    default int keysPerPart() {
        return Job.KEYS_PER_PART;
    }

    /** Returns the number of messages between two versions of the marker. */
    default int partsPerBatch() {
        return Job.PARTS_PER_BATCH;
    }

    /** Returns the body of the message of each part. */
    default List<String> messages(JobDescription job, List<Marker.Part> parts) {
        JobRequest request = job.request();
        return parts.stream()
                .map(part -> JobMessages.write(new JobMessage(
                        job.id(), part.number(), part.keys(), request.sizes(), request.formats(), part.changed(), 0)))
                .toList();
    }
}
