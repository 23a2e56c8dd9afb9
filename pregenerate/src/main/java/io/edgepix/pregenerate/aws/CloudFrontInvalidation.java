package io.edgepix.pregenerate.aws;

import io.edgepix.derivation.purge.InvalidationPaths;
import io.edgepix.derivative.Key;
import io.edgepix.pregenerate.worker.Invalidation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/** Invalidations of a CloudFront distribution. If too many are in progress, it waits and tries again. */
public final class CloudFrontInvalidation implements Invalidation {
    private static final int MAX_ATTEMPTS = 5;

    private final CloudFrontClient cloudFront;
    private final String distribution;
    private final Duration firstWait;

    /**
     * Creates invalidations of a distribution.
     *
     * @param firstWait the time before the second attempt; it doubles with each attempt
     */
    public CloudFrontInvalidation(CloudFrontClient cloudFront, String distribution, Duration firstWait) {
        this.cloudFront = cloudFront;
        this.distribution = distribution;
        this.firstWait = firstWait;
    }

    @Override
    public void invalidate(List<Key> originals) {
        InvalidationPaths.ofKeys(originals).forEach(this::send);
    }

    private void send(List<String> paths) {
        // With the same reference, a request that the SDK repeats is one invalidation.
        String reference = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            try {
                cloudFront.createInvalidation(request -> request.distributionId(distribution)
                        .invalidationBatch(batch -> batch.callerReference(reference)
                                .paths(list -> list.quantity(paths.size()).items(paths))));
                return;
            } catch (TooManyInvalidationsInProgressException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                pause(firstWait.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
