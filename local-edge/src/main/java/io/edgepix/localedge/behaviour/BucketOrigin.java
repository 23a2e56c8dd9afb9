package io.edgepix.localedge.behaviour;

import java.util.List;
import java.util.Set;

/**
 * The bucket as CloudFront's origin.
 *
 * @param path the prefix of every key: empty, or with a slash at its start and none at its end
 * @param isSigned whether CloudFront signs requests as an origin access identity
 * @param rights the rights that the bucket's policy grants to that identity
 * @param closed prefixes of keys that the policy forbids the identity to read
 */
public record BucketOrigin(
        String domainName, String region, String path, boolean isSigned, Set<Right> rights, List<String> closed) {
    /** A right that the policy of a bucket grants. */
    public enum Right {
        /** To read objects. */
        READ,
        /** To list the bucket, so that S3 answers 404 for a missing object, not 403. */
        LIST
    }

    /** Tells whether the identity may read the object of a key, which includes the {@link #prefix()}. */
    public boolean mayRead(String key) {
        return isSigned && rights.contains(Right.READ) && closed.stream().noneMatch(key::startsWith);
    }

    /** Tells whether the identity may list the bucket. */
    public boolean mayList() {
        return isSigned && rights.contains(Right.LIST);
    }

    /**
     * Returns the path as a prefix of S3 keys: without a slash at its start, and with one at its end unless it is
     * empty.
     */
    public String prefix() {
        return path.length() < 2 ? "" : path.substring(1) + "/";
    }

    public String authMethod() {
        return isSigned ? "origin-access-identity" : "none";
    }
}
