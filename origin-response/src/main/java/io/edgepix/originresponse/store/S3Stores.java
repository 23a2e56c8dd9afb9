package io.edgepix.originresponse.store;

import io.edgepix.cloudfront.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** The buckets of S3, by the domain name of the origin; one client a Region, kept for good. */
public final class S3Stores implements Stores {
    private final Map<String, S3Client> clients = new ConcurrentHashMap<>();
    private final Function<String, S3Client> newClient;

    /**
     * Stores over clients.
     *
     * @param newClient makes the client of a Region
     */
    public S3Stores(Function<String, S3Client> newClient) {
        this.newClient = newClient;
    }

    @Override
    public Store of(Origin.S3 origin) throws StoreException {
        BucketHost host = BucketHost.parse(origin.domainName());
        if (host == null) {
            throw new StoreException(StoreException.Reason.FAILED, "no S3 origin: " + origin.domainName(), null);
        }
        String region = origin.region() == null || origin.region().isEmpty() ? host.region() : origin.region();
        return new S3Store(clients.computeIfAbsent(region, newClient), host.bucket(), prefix(origin.path()));
    }

    private static String prefix(@Nullable String originPath) {
        return originPath == null || originPath.length() < 2 ? "" : originPath.substring(1) + "/";
    }
}
