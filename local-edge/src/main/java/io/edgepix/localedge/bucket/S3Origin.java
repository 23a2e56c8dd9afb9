package io.edgepix.localedge.bucket;

import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.ByteRange;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket as CloudFront's origin: sends one signed GET or HEAD request, and returns the answer of S3. */
public final class S3Origin {
    private static final byte[] NO_BODY = new byte[0];
    /** An answer is in memory more than once while it is read and sent. */
    private static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final S3Client client;
    private final String bucket;
    private final BucketOrigin origin;

    public S3Origin(LocalBucket bucket, BucketOrigin origin) {
        this.client = bucket.client();
        this.bucket = bucket.bucket();
        this.origin = origin;
    }

    /**
     * Requests the object of a path.
     *
     * @param knownETag the ETag of a stale copy, so that S3 can answer with 304; null if there is none
     * @param range the requested part; null for the whole object
     */
    public Answer fetch(String method, String uri, @Nullable String knownETag, @Nullable ByteRange range)
            throws EdgeFailureException {
        if (method.equals("OPTIONS")) {
            return refusal(false, 403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket.");
        }
        boolean head = method.equals("HEAD");
        Optional<String> parsed = ObjectKey.of(origin.path() + uri);
        if (parsed.isEmpty()) {
            return refusal(head, 400, "InvalidURI", "Couldn't parse the specified URI.");
        }
        String key = parsed.get();
        if (key.isEmpty() ? !origin.mayList() : !origin.mayRead(key)) {
            return refusal(head, 403, "AccessDenied", "Access Denied");
        }
        try {
            if (key.isEmpty()) {
                return S3Listing.answer(head, client, bucket, origin.region());
            }
            return head ? head(key, knownETag) : get(key, knownETag, range);
        } catch (S3Exception e) {
            return e.statusCode() == 404 && !origin.mayList()
                    ? refusal(head, 403, "AccessDenied", "Access Denied")
                    : error(head, e);
        } catch (IOException | RuntimeException e) {
            throw new EdgeFailureException(502, "The origin could not be reached.", "origin failed: " + e);
        }
    }

    private Answer get(String key, @Nullable String knownETag, @Nullable ByteRange range)
            throws IOException, EdgeFailureException {
        try (ResponseInputStream<GetObjectResponse> object = client.getObject(request -> request.bucket(bucket)
                .key(key)
                .ifNoneMatch(knownETag)
                .range(range == null ? null : range.toString()))) {
            long bytes = object.response().contentLength();
            if (bytes > MAX_BYTES) {
                object.abort();
                String reason = "The file has " + bytes + " bytes. The local edge sends at most " + MAX_BYTES + ".";
                throw new EdgeFailureException(502, reason, "origin failed: " + reason);
            }
            return answer(key, object.response().sdkHttpResponse(), object.readAllBytes());
        }
    }

    private Answer head(String key, @Nullable String knownETag) {
        SdkHttpResponse object = client.headObject(
                        request -> request.bucket(bucket).key(key).ifNoneMatch(knownETag))
                .sdkHttpResponse();
        return answer(key, object, NO_BODY);
    }

    private static Answer answer(String key, SdkHttpResponse response, byte[] body) {
        Headers headers = headers(response);
        Optional<String> type = headers.get("content-type");
        if (type.isEmpty() || type.get().endsWith("/octet-stream")) {
            ContentTypes.ofName(key).ifPresent(better -> headers.set("Content-Type", better));
        }
        return new Answer(response.statusCode(), Reasons.of(response.statusCode()), headers, body);
    }

    private static Answer error(boolean head, S3Exception e) {
        AwsErrorDetails details = e.awsErrorDetails();
        SdkHttpResponse response = details == null ? null : details.sdkHttpResponse();
        byte[] body = details == null || details.rawResponse() == null || head || e.statusCode() == 304
                ? NO_BODY
                : details.rawResponse().asByteArrayUnsafe();
        Headers headers = response == null ? new Headers() : headers(response);
        return new Answer(e.statusCode(), Reasons.of(e.statusCode()), headers, body);
    }

    private static Headers headers(SdkHttpResponse response) {
        Headers headers = new Headers();
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            header.getValue().forEach(value -> headers.add(header.getKey(), value));
        }
        return headers;
    }

    /** Returns the answer that S3 would give to a request that the client cannot send. */
    private static Answer refusal(boolean head, int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        Headers headers = new Headers().add("Content-Type", "application/xml").add("Transfer-Encoding", "chunked");
        byte[] body = head ? NO_BODY : xml.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Reasons.of(status), headers, body);
    }
}
