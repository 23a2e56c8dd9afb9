package io.edgepix.pregenerate.message;

import java.util.List;

/**
 * A part of a bulk job: some originals, and the derivatives that they should have. Its JSON is {@code {"job": "ID",
 * "part": 12, "keys": ["a.jpg"], "sizes": ["small"], "formats": ["webp"], "changed": [], "attempts": 0}}.
 *
 * @param job the id of the job: letters, digits and hyphens; empty if no result is to be written
 * @param part the number of this part, from 0
 * @param keys keys of originals, not encoded
 * @param sizes names of presets, or sizes; empty for those of the configuration
 * @param formats names of formats, or {@code original}; empty for those of the configuration
 * @param changed those of the keys of which the bucket may have outdated derivatives of any size
 * @param attempts the number of earlier attempts that did not end. They may have changed the bucket, but not invalidated
 *     the cache
 */
public record JobMessage(
        String job,
        int part,
        List<String> keys,
        List<String> sizes,
        List<String> formats,
        List<String> changed,
        int attempts) {
    /** The most keys of a part. With more, the numbers of parts with a single key would be too large. */
    static final int MAX_KEYS = 200;
    /** Above the largest part of a job. */
    static final int PARTS = 10_000_000;

    /** Creates a part for a first attempt, without a sign of outdated derivatives. */
    public JobMessage(String job, int part, List<String> keys, List<String> sizes, List<String> formats) {
        this(job, part, keys, sizes, formats, List.of(), 0);
    }

    /**
     * Returns a part with only one of the keys. It has a number of its own, so that its result does not overwrite the
     * result of this part.
     *
     * @param index the index of the key, below {@value #MAX_KEYS}
     */
    public JobMessage single(int index) {
        int own = isSingle() ? part : part + (index + 1) * PARTS;
        String key = keys.get(index);
        List<String> ownChanged = changed.contains(key) ? List.of(key) : List.of();
        return new JobMessage(job, own, List.of(key), sizes, formats, ownChanged, attempts);
    }

    /** Tells whether this part has only one key. */
    public boolean isSingle() {
        return keys.size() == 1;
    }

    /** Returns this part for one more attempt. */
    public JobMessage repeated() {
        return new JobMessage(job, part, keys, sizes, formats, changed, attempts + 1);
    }

    /** Returns the number of the part that a part with a single key belongs to, or the number of a whole part itself. */
    public static int whole(int part) {
        return part % PARTS;
    }
}
