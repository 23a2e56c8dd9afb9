package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.cloudfront.Origin;
import io.edgepix.configuration.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stores;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The origin-response function. Thread-safe. Throws for what is no origin-response event and, as
 * an Error, where this process cannot go on; for nothing else.
 */
public final class OriginResponseHandler implements RequestHandler<CloudFrontEvent, EdgeResponse> {
    private static final String FORBIDDEN = "403";

    private final Config config;
    private final PathGrammar grammar;
    private final Stores stores;
    private final Making making;
    private final Placeholder placeholder;
    private final PictureHeaders headers;
    private final Redirection redirection;
    private final EveryAnswer everyAnswer;
    private final Journal journal;
    private final LongSupplier nanoTime;

    /**
     * The function under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public OriginResponseHandler(Config config, Stores stores, Renderer renderer, Journal journal) {
        this(config, stores, renderer, journal, InstantSource.system(), System::nanoTime);
    }

    OriginResponseHandler(
            Config config,
            Stores stores,
            Renderer renderer,
            Journal journal,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.stores = stores;
        Rendering rendering = new Rendering(config, renderer, journal);
        this.making = new Making(config, grammar, rendering, journal);
        this.placeholder = new Placeholder(config, rendering, journal);
        this.headers = new PictureHeaders(config);
        this.redirection = new Redirection(grammar, config.offer().signing(), clock, journal);
        this.everyAnswer = new EveryAnswer(config);
        this.journal = journal;
        this.nanoTime = nanoTime;
    }

    @Override
    public EdgeResponse handleRequest(CloudFrontEvent event, @Nullable Context context) {
        return respond(event).encodeBody();
    }

    /** The same from JSON to JSON. */
    public String handleJson(String event) {
        return EventJson.write(handleRequest(EventJson.read(event), null));
    }

    /**
     * The same with a picture's bytes as they are, still to be encoded.
     *
     * @throws IllegalArgumentException if it is no origin-response event
     */
    public EdgeResponse respond(CloudFrontEvent event) {
        EdgeRequest request = (EdgeRequest) EventJson.cf(event).getRequest();
        EdgeResponse response = responseOf(event);
        return everyAnswer.complete(
                request, isMissing(response) ? missing(request, response) : stored(request, response));
    }

    private EdgeResponse stored(EdgeRequest request, EdgeResponse response) {
        return StoredAnswer.isObject(response)
                ? StoredAnswer.amend(request, response, config.caching())
                : withoutBodyForHead(request, malformed(response, "The URL does not name a picture."));
    }

    private EdgeResponse missing(EdgeRequest request, EdgeResponse response) {
        try {
            Derivative derivative = grammar.parse(request.getUri());
            return derivative == null ? response : withoutBodyForHead(request, answer(derivative, request, response));
        } catch (MalformedException e) {
            return withoutBodyForHead(request, malformed(response, e.sentence()));
        }
    }

    private EdgeResponse malformed(EdgeResponse response, String sentence) {
        return Answers.error(response, 400, sentence, config.caching().of(400), "");
    }

    private static EdgeResponse responseOf(CloudFrontEvent event) {
        EdgeResponse response = (EdgeResponse) EventJson.cf(event).getResponse();
        if (response == null || response.getStatus() == null) {
            throw new IllegalArgumentException("not an origin-response event: no Records[0].cf.response with a status");
        }
        return response;
    }

    private EdgeResponse answer(Derivative derivative, EdgeRequest request, EdgeResponse response) {
        try {
            boolean forbidden = response.getStatus().equals(FORBIDDEN);
            Timings timings = new Timings(nanoTime);
            return answer(new Miss(derivative, storeOf(request), forbidden, timings), request, response);
        } catch (RefusedException e) {
            String cacheControl = config.caching().of(e.status());
            String cacheTag = CacheTag.of(derivative.original());
            return Answers.error(response, e.status(), e.sentence(), cacheControl, cacheTag);
        }
    }

    private EdgeResponse answer(Miss miss, EdgeRequest request, EdgeResponse response) throws RefusedException {
        boolean wouldBeRefused = redirection.wouldBeRefused(miss);
        Optional<Made> made = making.make(miss);
        if (made.isEmpty()) {
            return notFound(miss, request, response);
        }
        byte[] bytes = made.get().bytes();
        EdgeResponse picture = Answers.picture(response, 200, bytes, headers.of(miss, made.get()));
        return Answers.isTooHeavy(everyAnswer.complete(request, picture))
                ? redirection.to(made.get(), response, wouldBeRefused)
                : picture;
    }

    private EdgeResponse notFound(Miss miss, EdgeRequest request, EdgeResponse response) throws RefusedException {
        Optional<byte[]> bytes = placeholder.render(miss);
        if (bytes.isPresent()) {
            Map<String, String> said = headers.ofPlaceholder(miss, bytes.get());
            EdgeResponse picture = Answers.picture(response, config.placeholderStatus(), bytes.get(), said);
            if (!Answers.isTooHeavy(everyAnswer.complete(request, picture))) {
                return picture;
            }
            journal.noted(grammar.print(miss.derivative()), "the placeholder is over 1 MB");
        }
        throw new RefusedException(404, "There is no such picture.");
    }

    private Store storeOf(EdgeRequest request) throws RefusedException {
        Origin origin = request.getOrigin();
        try {
            if (origin == null || origin.s3() == null) {
                throw new StoreException(StoreException.Reason.FAILED, "the event has no origin.s3", null);
            }
            return stores.of(origin.s3());
        } catch (StoreException e) {
            journal.failed(Journal.Kind.FETCH_FAILED, request.getUri(), e);
            throw new RefusedException(502, "The bucket of the original is not known.");
        }
    }

    private static EdgeResponse withoutBodyForHead(EdgeRequest request, EdgeResponse response) {
        return request.getMethod().equals("HEAD") ? Answers.headOf(response) : response;
    }

    /** 403 is what S3 says of a missing key to those who may not list the bucket. */
    private static boolean isMissing(EdgeResponse response) {
        return response.getStatus().equals("404") || response.getStatus().equals(FORBIDDEN);
    }
}
