package io.edgepix.pregenerate.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one part of a job. Workers write it as JSON with the names of these fields to
 * {@link JobKeys#result}. A repeated delivery of the part overwrites it, so no original is counted twice.
 *
 * @param originals the originals that are done, with or without a rendering
 * @param rendered the derivatives that were rendered and stored
 * @param found the derivatives that existed already
 * @param bytes the sum of the sizes of the rendered derivatives
 * @param pending 1 if the only original of this part will be tried again; those of a longer part get messages of their own
 * @param failed the numbers of originals that failed in the end, by reason
 * @param millis the time that a worker spent on this part
 * @param memoryMegabytes the memory of the function that worked on it; 0 in a container
 * @param keys the number of keys of this part. Some may have results of their own, since they got messages of their own
 * @param failedKeys the reasons of originals that failed in the end, by key, at most {@value #MAX_FAILED_KEYS}; null in
 *     results of older workers
 * @param document the result of a document, which is the only key of its part; null for pictures
 */
public record PartResult(
        int originals,
        int rendered,
        int found,
        long bytes,
        int pending,
        Map<String, Integer> failed,
        long millis,
        int memoryMegabytes,
        int keys,
        @Nullable Map<String, String> failedKeys,
        @Nullable DocumentResult document) {
    /** The largest number of failed keys in a result. */
    public static final int MAX_FAILED_KEYS = 25;

    /** Creates a result without failed keys. */
    public PartResult(
            int originals,
            int rendered,
            int found,
            long bytes,
            int pending,
            Map<String, Integer> failed,
            long millis,
            int memoryMegabytes,
            int keys) {
        this(originals, rendered, found, bytes, pending, failed, millis, memoryMegabytes, keys, Map.of());
    }

    /** Creates a result of pictures. */
    public PartResult(
            int originals,
            int rendered,
            int found,
            long bytes,
            int pending,
            Map<String, Integer> failed,
            long millis,
            int memoryMegabytes,
            int keys,
            @Nullable Map<String, String> failedKeys) {
        this(originals, rendered, found, bytes, pending, failed, millis, memoryMegabytes, keys, failedKeys, null);
    }
}
