package io.edgepix.derivation.rest;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * The URLs of objects.
 *
 * @param override a server in place of S3, with the bucket in the path
 */
record RestEndpoint(Optional<URI> override) {
    /** Names that can be part of a host. A certificate of S3 does not cover a name with a dot. */
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

    /** Returns a request for an object, without headers. */
    SdkHttpRequest.Builder request(SdkHttpMethod method, String region, String bucket, String key) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(method);
        String path = "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key);
        if (override.isPresent()) {
            URI server = override.get();
            return request.protocol(server.getScheme())
                    .host(server.getHost())
                    .port(server.getPort() < 0 ? null : server.getPort())
                    .encodedPath("/" + bucket + path);
        }
        String host = "s3." + region + ".amazonaws.com";
        return HOST_LABEL.matcher(bucket).matches()
                ? request.protocol("https").host(bucket + "." + host).encodedPath(path)
                : request.protocol("https").host(host).encodedPath("/" + bucket + path);
    }
}
