package io.edgepix.pregenerate.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a job has been sent. It is written before each batch and contains that batch. A run that continues the job
 * sends exactly this batch again: the same keys in parts with the same numbers, even if the bucket has changed since.
 *
 * @param job the id of the job
 * @param position the position of the source after the batch; empty before the first key
 * @param nextPart the number of the first part after the batch
 * @param originals the number of originals in all parts up to here
 * @param complete whether every part was sent
 * @param finished whether a run has seen the end of the job, so that no run continues it
 * @param batch the parts that may not have been sent yet
 */
public record Marker(
        String job,
        String position,
        int nextPart,
        long originals,
        boolean complete,
        boolean finished,
        List<Part> batch) {
    /**
     * The originals of one message.
     *
     * @param changed those of the keys of which the source has seen derivatives that may be outdated
     */
    public record Part(int number, List<String> keys, List<String> changed) {
        static Part of(int number, List<SourceKey> keys) {
            return new Part(
                    number,
                    keys.stream().map(SourceKey::key).toList(),
                    keys.stream()
                            .filter(SourceKey::isChanged)
                            .map(SourceKey::key)
                            .toList());
        }
    }

    /** Returns the marker of a job of which nothing was sent. */
    static Marker start(String job) {
        return new Marker(job, "", 0, 0, false, false, List.of());
    }

    /** Returns the marker after more keys, split into parts. */
    Marker with(List<SourceKey> keys, int keysPerPart) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += keysPerPart) {
            parts.add(Part.of(nextPart + parts.size(), keys.subList(from, Math.min(from + keysPerPart, keys.size()))));
        }
        return new Marker(
                job, keys.getLast().position(), nextPart + parts.size(), originals + keys.size(), false, false, parts);
    }

    /** Returns the marker after the acknowledgement of the last batch. */
    Marker completed() {
        return new Marker(job, position, nextPart, originals, true, finished, List.of());
    }

    /** Returns the marker after the end of the job. */
    Marker ended() {
        return new Marker(job, position, nextPart, originals, complete, true, batch);
    }
}
