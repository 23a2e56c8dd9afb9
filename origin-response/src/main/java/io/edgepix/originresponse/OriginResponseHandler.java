package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.cloudfront.Origin;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.answer.AnswerRequest;
import io.edgepix.derivation.answer.EveryAnswer;
import io.edgepix.derivation.answer.PictureAnswers;
import io.edgepix.derivation.answer.StoredAnswer;
import io.edgepix.derivation.store.Bucket;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.Stores;
import io.edgepix.imaging.Renderer;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The origin-response function. Thread-safe. It throws an exception only if the event is not an origin-response event,
 * and an Error only if this process cannot continue.
 */
public final class OriginResponseHandler implements RequestHandler<CloudFrontEvent, EdgeResponse> {
    private final Config config;
    private final Stores stores;
    private final PictureAnswers pictures;
    private final EveryAnswer everyAnswer;
    private final DerivationLog log;

    /**
     * Creates the function under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public OriginResponseHandler(Config config, Stores stores, Renderer renderer, DerivationLog log) {
        this(config, stores, renderer, log, InstantSource.system());
    }

    OriginResponseHandler(Config config, Stores stores, Renderer renderer, DerivationLog log, InstantSource clock) {
        this.config = config;
        this.stores = stores;
        this.pictures = new PictureAnswers(config, renderer, log, clock, false);
        this.everyAnswer = new EveryAnswer(config);
        this.log = log;
    }

    @Override
    public EdgeResponse handleRequest(CloudFrontEvent event, @Nullable Context context) {
        return respond(event).encodeBody();
    }

    /** Handles an event in JSON, and returns the response in JSON. */
    public String handleJson(String event) {
        return EventJson.write(handleRequest(EventJson.read(event), null));
    }

    /**
     * Handles an event. The body of the response is not encoded yet.
     *
     * @throws IllegalArgumentException if it is not an origin-response event
     */
    public EdgeResponse respond(CloudFrontEvent event) {
        EdgeRequest request = (EdgeRequest) EventJson.cf(event).getRequest();
        EdgeResponse response = responseOf(event);
        return isMissing(response) ? missing(request, response) : stored(request, response);
    }

    private static EdgeResponse responseOf(CloudFrontEvent event) {
        EdgeResponse response = (EdgeResponse) EventJson.cf(event).getResponse();
        if (response == null || response.getStatus() == null) {
            throw new IllegalArgumentException(
                    "expected an origin-response event, got one without a status in Records[0].cf.response");
        }
        return response;
    }

    /** S3 responds with 403 for a missing key if the client may not list the bucket. */
    private static boolean isMissing(EdgeResponse response) {
        return response.getStatus().equals("404") || response.getStatus().equals("403");
    }

    private EdgeResponse stored(EdgeRequest request, EdgeResponse response) {
        int status = Integer.parseInt(response.getStatus());
        EdgeHeaders headers = new EdgeHeaders(response);
        if (!StoredAnswer.isObject(status, headers)) {
            return new EdgeAnswer(response).of(pictures.refusal(of(request), 400, "The URL does not name a picture."));
        }
        StoredAnswer.amend(request.getUri(), status, headers, config.caching());
        return completed(request, response);
    }

    private EdgeResponse missing(EdgeRequest request, EdgeResponse response) {
        EdgeAnswer edge = new EdgeAnswer(response);
        return pictures.of(of(request), () -> storeOf(request), edge.limit())
                .map(edge::of)
                .orElseGet(() -> completed(request, response));
    }

    private EdgeResponse completed(EdgeRequest request, EdgeResponse response) {
        everyAnswer.complete(request.getUri(), Integer.parseInt(response.getStatus()), new EdgeHeaders(response));
        return response;
    }

    private static AnswerRequest of(EdgeRequest request) {
        return new AnswerRequest(
                request.getMethod(),
                request.getUri(),
                Optional.of(request.header("if-none-match")).filter(value -> !value.isEmpty()));
    }

    private Store storeOf(EdgeRequest request) throws DerivationException {
        Origin.S3 origin =
                request.getOrigin() == null ? null : request.getOrigin().s3();
        Optional<Bucket> bucket = Optional.ofNullable(origin).flatMap(OriginBucket::of);
        if (bucket.isEmpty()) {
            String found = origin == null ? "no origin.s3" : origin.domainName();
            StoreException cause = new StoreException(
                    StoreException.Reason.FAILED,
                    "expected the host of an S3 bucket as the origin, got " + found,
                    null);
            log.failed(DerivationLog.Kind.FETCH_FAILED, request.getUri(), cause);
            throw new DerivationException(502, "The bucket of the original is not known.");
        }
        return stores.of(bucket.get());
    }
}
