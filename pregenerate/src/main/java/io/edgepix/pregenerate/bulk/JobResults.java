package io.edgepix.pregenerate.bulk;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.job.DocumentResult;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.job.PartResult;
import io.edgepix.pregenerate.listing.ListedObject;
import io.edgepix.pregenerate.listing.ObjectLister;
import io.edgepix.pregenerate.message.JobMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the results that workers write. Each reading lists them, and gets only those that are new or have changed. */
public final class JobResults implements AutoCloseable {
    private static final int CONCURRENT_REQUESTS = 16;

    private record Read(String etag, Optional<PartResult> result) {}

    private final JobBucket bucket;
    private final String job;
    private final String prefix;
    private final Map<String, Read> read = new HashMap<>();
    private final ExecutorService requests =
            Executors.newFixedThreadPool(CONCURRENT_REQUESTS, Thread.ofVirtual().factory());
    private long getRequests;

    /** Creates a reader of the results of a job. */
    public JobResults(JobBucket bucket, String job) {
        this.bucket = bucket;
        this.job = job;
        this.prefix = JobKeys.results(job);
    }

    /** Returns the sum of all results that are in the bucket now. */
    public JobCounts read() {
        String after = "";
        List<ListedObject> page;
        do {
            page = bucket.page(prefix, after, ObjectLister.MAX_PAGE);
            get(page.stream().filter(this::isNew).toList());
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == ObjectLister.MAX_PAGE);
        return sum();
    }

    /** Returns the document of a part; empty if its result was not in the bucket at the last reading. */
    public Optional<DocumentResult> document(int part) {
        return Optional.ofNullable(read.get(JobKeys.result(job, part).value()))
                .flatMap(Read::result)
                .map(PartResult::document);
    }

    /**
     * Adds the results. If a part was delivered twice, its originals may have a result in it and another one of their
     * own, but each counts only once.
     */
    private JobCounts sum() {
        Map<String, List<PartResult>> parts = new HashMap<>();
        read.forEach((key, found) -> found.result()
                .ifPresent(result -> parts.computeIfAbsent(
                                whole(key.substring(prefix.length())), part -> new ArrayList<>())
                        .add(result)));
        JobCounts counts = JobCounts.NONE;
        for (List<PartResult> results : parts.values()) {
            JobCounts part = JobCounts.NONE;
            int keys = 0;
            for (PartResult result : results) {
                part = part.plus(result);
                keys = Math.max(keys, result.keys());
            }
            counts = counts.plus(part.ofAtMost(keys));
        }
        return counts;
    }

    private static String whole(String name) {
        String number = name.replace(".json", "");
        return number.matches("\\d{8,10}")
                ? Integer.toString(JobMessage.whole((int) Math.min(Integer.MAX_VALUE, Long.parseLong(number))))
                : name;
    }

    private boolean isNew(ListedObject object) {
        Read known = read.get(object.key());
        return known == null || !known.etag().equals(object.etag());
    }

    private void get(List<ListedObject> objects) {
        List<Future<Read>> answers = new ArrayList<>();
        for (ListedObject object : objects) {
            answers.add(requests.submit(() -> new Read(object.etag(), result(object.key()))));
        }
        getRequests += objects.size();
        for (int i = 0; i < objects.size(); i++) {
            read.put(objects.get(i).key(), finished(answers.get(i)));
        }
    }

    private static Read finished(Future<Read> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BulkException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Optional<PartResult> result(String key) {
        return bucket.get(new Key(key)).map(stored -> JobJson.parse(key, stored.text(), PartResult.class));
    }

    /** Returns the number of GET requests so far. */
    public long getRequests() {
        return getRequests;
    }

    @Override
    public void close() {
        requests.close();
    }
}
