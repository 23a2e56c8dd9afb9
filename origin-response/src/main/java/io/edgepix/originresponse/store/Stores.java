package io.edgepix.originresponse.store;

import io.edgepix.cloudfront.Origin;

/** Finds the store behind an origin. */
@FunctionalInterface
public interface Stores {
    /**
     * The store that CloudFront fetched from.
     *
     * @throws StoreException if the origin is no S3 bucket
     */
    Store of(Origin.S3 origin) throws StoreException;
}
