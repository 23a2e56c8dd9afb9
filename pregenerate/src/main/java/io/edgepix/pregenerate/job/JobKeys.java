package io.edgepix.pregenerate.job;

import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The keys of jobs in the bucket. They begin with a folder that CloudFront must not read, and that no notification of
 * the bucket renders.
 */
public final class JobKeys {
    /** The folder of all objects that are neither originals nor derivatives. */
    public static final String FOLDER = InternalKeys.FOLDER;

    /**
     * The folder in which the edge asks for derivatives: {@code .edgepix/requests/DERIVATIVE-KEY}. The objects are
     * empty.
     */
    public static final String REQUESTS = InternalKeys.REQUESTS;

    private static final String JOBS = FOLDER + "jobs/";

    /** The job of documents without a job. */
    private static final String DOCUMENTS = "documents";

    private static final int NAME_BYTES = 8;

    private JobKeys() {}

    /** Returns the prefix of all objects of a job. */
    public static String folder(String job) {
        return JOBS + job + "/";
    }

    /** Returns the key of the description of a job. */
    public static Key job(String job) {
        return new Key(folder(job) + "job.json");
    }

    /** Returns the key of the marker: the last key that was listed and sent. */
    public static Key marker(String job) {
        return new Key(folder(job) + "marker.json");
    }

    /** Returns the prefix of the results of all parts of a job. */
    public static String results(String job) {
        return folder(job) + "parts/";
    }

    /** Returns the key of the data of a part that is a document. */
    public static Key data(String job, int part) {
        return new Key(folder(job) + "data/" + name(part));
    }

    /** Tells whether a key is that of the data of a part. */
    public static boolean isData(Key key) {
        return key.value().matches("\\Q" + JOBS + "\\E[A-Za-z0-9-]+/data/[^/]+");
    }

    /** Returns the key of the result of a document without a job, which depends only on the key of its PDF. */
    public static Key documentResult(Key pdf) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(pdf.value().getBytes(StandardCharsets.UTF_8));
            return new Key(results(DOCUMENTS) + HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the key of the report of a job: a line for each document. */
    public static Key report(String job) {
        return new Key(folder(job) + "results.jsonl");
    }

    /** Returns the key of the result of a part. */
    public static Key result(String job, int part) {
        return new Key(results(job) + name(part));
    }

    private static String name(int part) {
        return String.format(Locale.ROOT, "%08d.json", part);
    }
}
