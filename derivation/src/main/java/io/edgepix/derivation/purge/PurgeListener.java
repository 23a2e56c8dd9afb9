package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;

/** Receives the progress of a purge by prefix. Called by several threads, one at a time. */
public interface PurgeListener {
    /**
     * Called after each page of the bucket.
     *
     * @param derivatives the number of derivatives removed so far
     */
    void progress(long derivatives);

    /** Called for a derivative that S3 did not remove. */
    void notRemoved(Key derivative, String reason);
}
