package io.edgepix.pregenerate.bulk;

import io.edgepix.pregenerate.job.PartResult;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sum of the results of a job's parts.
 *
 * @param parts the number of results
 * @param originals the originals or documents that are done
 * @param rendered the derivatives or documents that were rendered
 * @param found the derivatives or documents that existed already
 * @param bytes the sum of the sizes of the rendered derivatives, or of all documents
 * @param pending the originals that will be tried again
 * @param failed the numbers of originals that failed in the end, by reason
 * @param gigabyteSeconds the memory of functions multiplied by their time
 * @param failedKeys the reasons of the first originals that failed in the end, by key, at most {@value
 *     #MAX_FAILED_KEYS}
 * @param pages the pages of all documents
 */
public record JobCounts(
        int parts,
        long originals,
        long rendered,
        long found,
        long bytes,
        long pending,
        Map<String, Long> failed,
        double gigabyteSeconds,
        Map<String, String> failedKeys,
        long pages) {
    /** The largest number of failed keys that are kept. */
    public static final int MAX_FAILED_KEYS = 10;

    private static final int MAX_REASONS = 100;
    private static final String OTHER_REASONS = "other reasons";

    private static final double MILLIS = 1000;
    private static final double MEGABYTES = 1024;

    /** The counts of a job without results. */
    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0, 0, Map.of(), 0, Map.of(), 0);

    /** Creates the counts of a job of originals. */
    public JobCounts(
            int parts,
            long originals,
            long rendered,
            long found,
            long bytes,
            long pending,
            Map<String, Long> failed,
            double gigabyteSeconds,
            Map<String, String> failedKeys) {
        this(parts, originals, rendered, found, bytes, pending, failed, gigabyteSeconds, failedKeys, 0);
    }

    /** Returns the counts with one more result. */
    JobCounts plus(PartResult part) {
        Map<String, Long> reasons = new TreeMap<>(failed);
        Map<String, Integer> more = part.failed() == null ? Map.of() : part.failed();
        more.forEach((reason, count) -> add(reasons, reason, count));
        return new JobCounts(
                parts + 1,
                originals + part.originals(),
                rendered + part.rendered(),
                found + part.found(),
                bytes
                        + (part.document() == null
                                ? part.bytes()
                                : part.document().bytes()),
                pending + part.pending(),
                reasons,
                gigabyteSeconds + part.millis() / MILLIS * (part.memoryMegabytes() / MEGABYTES),
                first(failedKeys, part.failedKeys() == null ? Map.of() : part.failedKeys()),
                pages + (part.document() == null ? 0 : part.document().pages()));
    }

    /** Returns the sum of these counts and others. */
    JobCounts plus(JobCounts more) {
        Map<String, Long> reasons = new TreeMap<>(failed);
        more.failed.forEach((reason, count) -> add(reasons, reason, count));
        return new JobCounts(
                parts + more.parts,
                originals + more.originals,
                rendered + more.rendered,
                found + more.found,
                bytes + more.bytes,
                pending + more.pending,
                reasons,
                gigabyteSeconds + more.gigabyteSeconds,
                first(failedKeys, more.failedKeys),
                pages + more.pages);
    }

    private static void add(Map<String, Long> reasons, String reason, long count) {
        boolean isKept = reasons.size() < MAX_REASONS || reasons.containsKey(reason);
        reasons.merge(isKept ? reason : OTHER_REASONS, count, Long::sum);
    }

    private static Map<String, String> first(Map<String, String> keys, Map<String, String> more) {
        TreeMap<String, String> first = new TreeMap<>(keys);
        first.putAll(more);
        while (first.size() > MAX_FAILED_KEYS) {
            first.pollLastEntry();
        }
        return first;
    }

    /** Returns these counts without originals above the given number, of which some counted twice; 0 for any number. */
    JobCounts ofAtMost(int keys) {
        long twice = Math.clamp(settled() - keys, 0, originals);
        return keys == 0 || twice == 0
                ? this
                : new JobCounts(
                        parts,
                        originals - twice,
                        rendered,
                        found,
                        bytes,
                        pending,
                        failed,
                        gigabyteSeconds,
                        failedKeys,
                        pages);
    }

    /** Returns the number of originals that failed in the end. */
    public long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of originals that need no more work: they are done, or failed in the end. */
    public long settled() {
        return originals + failures();
    }
}
