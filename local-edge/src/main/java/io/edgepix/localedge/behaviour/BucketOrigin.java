package io.edgepix.localedge.behaviour;

import java.util.List;
import java.util.Set;

/**
 * The bucket as CloudFront's origin.
 *
 * @param path the prefix of every key: empty, or with a slash at its start and none at its end
 * @param access how CloudFront signs its requests
 * @param rights the rights that the bucket's policy grants to CloudFront
 * @param closed prefixes of keys that the policy forbids CloudFront to read
 */
public record BucketOrigin(
        String domainName, String region, String path, Access access, Set<Right> rights, List<String> closed)
        implements Origin {
    /** How CloudFront signs its requests to a bucket. */
    public enum Access {
        /** By an origin access identity. */
        IDENTITY,
        /** By an origin access control. */
        CONTROL,
        /** It does not sign them. */
        NONE
    }

    /** A right that the policy of a bucket grants. */
    public enum Right {
        /** To read objects. */
        READ,
        /** To list the bucket, so that S3 answers 404 for a missing object, not 403. */
        LIST
    }

    /** Tells whether CloudFront may read the object of a key, which includes the {@link #prefix()}. */
    public boolean mayRead(String key) {
        return rights.contains(Right.READ) && closed.stream().noneMatch(key::startsWith);
    }

    /** Tells whether CloudFront may list the bucket. */
    public boolean mayList() {
        return rights.contains(Right.LIST);
    }

    /**
     * Returns the path as a prefix of S3 keys: without a slash at its start, and with one at its end unless it is
     * empty.
     */
    public String prefix() {
        return path.length() < 2 ? "" : path.substring(1) + "/";
    }

    public String authMethod() {
        return access == Access.IDENTITY ? "origin-access-identity" : "none";
    }
}
