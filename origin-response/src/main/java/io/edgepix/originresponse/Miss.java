package io.edgepix.originresponse;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;

/**
 * A derivative that S3 did not give to CloudFront.
 *
 * @param store the bucket that CloudFront asked
 * @param forbidden whether S3 said 403, and so not whether there is one
 */
record Miss(Derivative derivative, Store store, boolean forbidden, Timings timings) {}
