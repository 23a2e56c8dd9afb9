package io.edgepix.derivation.purge;

import io.edgepix.derivative.Key;

/** Hears how a purge of many derivatives goes on; called by several threads, one at a time. */
public interface PurgeListener {
    /** After each page of the bucket. */
    void progress(long derivatives);

    /** A derivative that S3 did not remove. */
    void notRemoved(Key derivative, String reason);
}
