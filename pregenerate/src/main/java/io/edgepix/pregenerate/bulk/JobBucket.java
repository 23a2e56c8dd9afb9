package io.edgepix.pregenerate.bulk;

import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.listing.ObjectLister;
import java.util.Optional;

/** The bucket as a job needs it: listings, and small texts that are the state of the job. Thread-safe. */
public interface JobBucket extends ObjectLister {
    /**
     * A text in the bucket.
     *
     * @param etag the version of the text
     */
    record Versioned(String text, String etag) {}

    /** Returns the text of an object; empty if there is none. */
    Optional<Versioned> get(Key key);

    /**
     * Stores a text.
     *
     * @param expected the ETag of the text that it replaces; empty to replace any text
     * @return its ETag
     * @throws StateChangedException if the bucket has a different text. Not every S3 checks that
     */
    String put(Key key, String text, String expected);

    /** Returns the number of LIST requests so far. */
    long listRequests();
}
