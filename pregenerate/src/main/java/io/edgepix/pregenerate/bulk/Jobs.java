package io.edgepix.pregenerate.bulk;

import io.edgepix.pregenerate.job.JobKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The jobs of a bucket. The id of a job is its start and a hash of its request, so that a listing finds it. */
public final class Jobs {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int HASH_BYTES = 4;
    private static final String FOLDER = JobKeys.FOLDER + "jobs/";

    private final JobBucket bucket;

    /** Creates a view of the jobs of a bucket. */
    public Jobs(JobBucket bucket) {
        this.bucket = bucket;
    }

    /** Returns the last job with this request, unless a run has seen its end. */
    public Optional<Job> unfinished(JobRequest request) {
        String suffix = "-" + hash(request) + "/";
        List<String> folders = bucket.folders(FOLDER).stream()
                .filter(folder -> folder.endsWith(suffix))
                .sorted()
                .toList();
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        String last = folders.getLast();
        return find(last.substring(FOLDER.length(), last.length() - 1))
                .filter(job -> !job.marker().finished())
                .filter(job -> job.description().request().equals(request));
    }

    /** Starts a job: writes its description and its marker. */
    public Job start(JobRequest request, Instant now) {
        JobDescription description =
                new JobDescription(START.format(now) + "-" + hash(request), now.toString(), request);
        bucket.put(JobKeys.job(description.id()), JobJson.text(description), "");
        return withoutMarker(description);
    }

    private Job withoutMarker(JobDescription description) {
        Marker marker = Marker.start(description.id());
        String etag = bucket.put(JobKeys.marker(description.id()), JobJson.text(marker), "");
        return new Job(bucket, description, marker, etag);
    }

    /**
     * Returns the job of an id.
     *
     * @throws BulkException if there is none, or if its marker is that of a different job
     */
    public Job open(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BulkException("job: expected at most 64 letters, digits and hyphens, got \"" + id + "\"");
        }
        return find(id).orElseThrow(() ->
                new BulkException("job " + id + ": expected " + JobKeys.job(id).value() + " in the bucket, got none"));
    }

    private Optional<Job> find(String id) {
        String name = JobKeys.job(id).value();
        return bucket.get(JobKeys.job(id))
                .map(stored -> JobJson.parse(name, stored.text(), JobDescription.class))
                .map(description -> withMarker(id, name, description));
    }

    private Job withMarker(String id, String name, JobDescription description) {
        if (!id.equals(description.id()) || description.request() == null) {
            throw new BulkException(name + ": expected the job " + id + ", got " + description.id());
        }
        Optional<JobBucket.Versioned> stored = bucket.get(JobKeys.marker(id));
        if (stored.isEmpty()) {
            return withoutMarker(description);
        }
        String markerName = JobKeys.marker(id).value();
        Marker marker = JobJson.parse(markerName, stored.get().text(), Marker.class);
        if (!id.equals(marker.job()) || marker.position() == null || marker.batch() == null) {
            throw new BulkException(markerName + ": expected the marker of the job " + id + ", got that of "
                    + marker.job() + "; delete it, and the job starts at its first key");
        }
        return new Job(bucket, description, marker, stored.get().etag());
    }

    private static String hash(JobRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JobJson.text(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
