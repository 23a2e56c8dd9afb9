package io.edgepix.derivation.store;

/** Opens buckets. */
@FunctionalInterface
public interface Stores {
    /** Returns the store in a bucket. */
    Store of(Bucket bucket);
}
