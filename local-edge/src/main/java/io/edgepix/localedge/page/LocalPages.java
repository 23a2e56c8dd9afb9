package io.edgepix.localedge.page;

import io.edgepix.derivative.Offer;
import io.edgepix.localedge.behaviour.BucketOrigin;
import io.edgepix.localedge.bucket.LocalBucket;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.EdgeFailureException;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.Reasons;
import io.edgepix.localedge.http.ViewerRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Answers without the functions and the cache: the page at {@code /} for browsers, and {@code /favicon.ico} if the bucket
 * has none. All other requests go on to the functions, as on AWS.
 */
public final class LocalPages {
    private static final String PAGE = "/";
    private static final String ICON_KEY = "favicon.ico";
    private static final String ICON = "/" + ICON_KEY;
    private static final String HTML = "text/html";
    /** Other names are refused, since the domain of another site may resolve to the loopback address. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private static final String PAGE_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String ICON_POLICY = "default-src 'none'";

    private final LocalBucket bucket;
    private final BucketOrigin origin;
    private final Offer offer;
    private final OriginalLinks links;

    /** Creates the page for what viewers may request. */
    public LocalPages(LocalBucket bucket, BucketOrigin origin, Offer offer) {
        this.bucket = bucket;
        this.origin = origin;
        this.offer = offer;
        this.links = new OriginalLinks(offer, InstantSource.system());
    }

    /** Returns the answer, or empty if the request is not for the local edge itself. */
    public Optional<Answer> answer(ViewerRequest viewer) throws EdgeFailureException {
        boolean isRead = viewer.method().equals("GET") || viewer.isHead();
        if (!isRead || !viewer.query().isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (viewer.uri()) {
                case PAGE -> acceptsHtml(viewer) ? loopbackHost(viewer).map(this::page) : Optional.empty();
                case ICON -> hasIcon() ? Optional.empty() : Optional.of(icon());
                default -> Optional.empty();
            };
        } catch (SdkException e) {
            throw new EdgeFailureException(502, "The bucket could not be listed." + reason(e), "page failed: " + e);
        }
    }

    /** Returns the sentence of S3, which names a file that no listing gets past. */
    private static String reason(SdkException e) {
        return e instanceof S3Exception s3 && s3.awsErrorDetails() != null
                ? " " + s3.awsErrorDetails().errorMessage()
                : "";
    }

    /** Tells whether the Accept header names HTML, as those of browsers do for a page. */
    private static boolean acceptsHtml(ViewerRequest viewer) {
        String accept = viewer.headers().get("accept").orElse("");
        return Arrays.stream(accept.split(",", -1))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch(HTML::equalsIgnoreCase);
    }

    private static Optional<String> loopbackHost(ViewerRequest viewer) {
        return viewer.headers()
                .get("host")
                .filter(host -> LOOPBACK.matcher(host).matches());
    }

    private Answer page(String host) {
        Originals originals = OriginalsListing.of(bucket.client(), bucket.bucket(), origin);
        PageHtml html = new PageHtml(
                "http://" + host, bucket.folder().resolve(origin.prefix()).normalize(), offer, links);
        return answer(HTML + "; charset=utf-8", PAGE_POLICY, html.of(originals));
    }

    private boolean hasIcon() {
        try {
            bucket.client().headObject(head -> head.bucket(bucket.bucket()).key(origin.prefix() + ICON_KEY));
            return true;
        } catch (S3Exception e) {
            return e.statusCode() != 404;
        }
    }

    private static Answer icon() {
        return answer(Icon.CONTENT_TYPE, ICON_POLICY, Icon.SVG);
    }

    private static Answer answer(String type, String policy, String body) {
        Headers headers = new Headers()
                .add("Content-Type", type)
                .add("Cache-Control", "no-store")
                .add("Content-Security-Policy", policy)
                .add("X-Content-Type-Options", "nosniff");
        return new Answer(200, Reasons.of(200), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
