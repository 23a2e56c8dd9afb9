package io.edgepix.derivation.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/** The buckets of S3. There is one client for each Region, which is never closed. */
public final class S3Stores implements Stores {
    private final Map<String, S3Client> clients = new ConcurrentHashMap<>();
    private final Function<String, S3Client> newClient;

    /**
     * Creates stores over clients.
     *
     * @param newClient creates the client of a Region
     */
    public S3Stores(Function<String, S3Client> newClient) {
        this.newClient = newClient;
    }

    @Override
    public Store of(Bucket bucket) {
        return new S3Store(clients.computeIfAbsent(bucket.region(), newClient), bucket.name(), bucket.prefix());
    }
}
