package io.edgepix.pregenerate.message;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/** Reads and writes parts of jobs as JSON. */
public final class JobMessages {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final int MAX_JOB = 100;

    private JobMessages() {}

    /** Returns the body of the message that contains a part. */
    public static String write(JobMessage part) {
        return MessageText.ofJson(GSON.toJson(part));
    }

    static JobMessage read(JsonFields fields) throws MalformedMessageException {
        String job = job(fields);
        int part = part(fields);
        List<String> keys = fields.texts("keys");
        if (keys.isEmpty()) {
            throw new MalformedMessageException("keys: expected at least one key, got none");
        }
        if (keys.size() > JobMessage.MAX_KEYS) {
            throw new MalformedMessageException(
                    "keys: expected at most " + JobMessage.MAX_KEYS + " keys, got " + keys.size());
        }
        if (keys.size() > 1 && part >= JobMessage.PARTS) {
            throw new MalformedMessageException(
                    "part: expected less than " + JobMessage.PARTS + " for several keys, got " + part);
        }
        return new JobMessage(
                job,
                part,
                keys,
                fields.texts("sizes"),
                fields.texts("formats"),
                fields.texts("changed"),
                fields.has("attempts") ? fields.wholeNumber("attempts") : 0);
    }

    /** Reads the id of a job; may be empty. */
    static String job(JsonFields fields) throws MalformedMessageException {
        String job = fields.text("job");
        if (!job.matches("[A-Za-z0-9-]*")) {
            throw new MalformedMessageException("job: expected letters, digits and hyphens, got " + job);
        }
        if (job.length() > MAX_JOB) {
            throw new MalformedMessageException(
                    "job: expected at most " + MAX_JOB + " characters, got " + job.length());
        }
        return job;
    }

    /** Reads the number of a part. */
    static int part(JsonFields fields) throws MalformedMessageException {
        int part = fields.wholeNumber("part");
        if (part < 0) {
            throw new MalformedMessageException("part: expected at least 0, got " + part);
        }
        return part;
    }
}
