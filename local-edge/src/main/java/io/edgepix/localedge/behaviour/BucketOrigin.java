package io.edgepix.localedge.behaviour;

/**
 * The bucket as CloudFront's origin.
 *
 * @param path what stands before every key: empty, or with a slash before it and none behind
 * @param isSigned whether CloudFront asks as an origin access identity
 * @param mayRead whether the bucket's policy lets that identity read objects
 * @param mayList whether it lets it list, so that S3 owns up to what is missing
 */
public record BucketOrigin(
        String domainName, String region, String path, boolean isSigned, boolean mayRead, boolean mayList) {
    /** The same as S3 keys begin with: no slash before it, and one behind where there is any. */
    public String prefix() {
        return path.length() < 2 ? "" : path.substring(1) + "/";
    }

    public String authMethod() {
        return isSigned ? "origin-access-identity" : "none";
    }
}
