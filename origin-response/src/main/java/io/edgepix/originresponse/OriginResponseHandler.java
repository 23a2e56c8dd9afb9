package io.edgepix.originresponse;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFrontEvent;
import io.edgepix.cloudfront.EdgeRequest;
import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.cloudfront.Origin;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import io.edgepix.originresponse.store.Original;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import io.edgepix.originresponse.store.Stored;
import io.edgepix.originresponse.store.Stores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The origin-response function. Thread-safe. Throws for what is no origin-response event and, as
 * an Error, where this process cannot go on; for nothing else.
 */
public final class OriginResponseHandler implements RequestHandler<CloudFrontEvent, EdgeResponse> {
    private final Config config;
    private final PathGrammar grammar;
    private final Stores stores;
    private final Rendering rendering;
    private final Placeholder placeholder;
    private final Journal journal;

    /**
     * The function under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public OriginResponseHandler(Config config, Stores stores, Renderer renderer, Journal journal) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.stores = stores;
        this.rendering = new Rendering(config, renderer, journal);
        this.placeholder = new Placeholder(config, rendering, journal);
        this.journal = journal;
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
        if (!isMissing(response)) {
            return StoredAnswer.amend(request, response, config.caching());
        }
        try {
            Derivative derivative = grammar.parse(request.getUri());
            return derivative == null ? response : withoutBodyForHead(request, make(derivative, request, response));
        } catch (MalformedException e) {
            return error(request, response, 400, e.sentence());
        } catch (RefusedException e) {
            return error(request, response, e.status(), e.sentence());
        }
    }

    private static EdgeResponse responseOf(CloudFrontEvent event) {
        EdgeResponse response = (EdgeResponse) EventJson.cf(event).getResponse();
        if (response == null || response.getStatus() == null) {
            throw new IllegalArgumentException("not an origin-response event: no Records[0].cf.response with a status");
        }
        return response;
    }

    private EdgeResponse make(Derivative derivative, EdgeRequest request, EdgeResponse response)
            throws RefusedException {
        Store store = storeOf(request);
        Optional<Original> original = fetch(store, derivative, request);
        if (original.isEmpty()) {
            return notFound(store, derivative, response);
        }
        byte[] picture = rendering.render(original.get().bytes(), derivative);
        String path = grammar.print(derivative);
        journal.made(path, original.get().bytes().length, picture.length);
        Map<String, String> headers = headersOf(derivative);
        Optional<String> etag = writeBack(store, derivative, original.get(), picture);
        etag.ifPresentOrElse(tag -> headers.put("ETag", tag), () -> headers.put("Cache-Control", Answers.BRIEFLY));
        if (!Answers.isTooHeavy(picture, headers)) {
            return Answers.picture(response, 200, picture, headers);
        }
        if (etag.isEmpty()) {
            throw new RefusedException(503, "The derivative could not be stored; try again later.");
        }
        return Answers.redirect(response, path);
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

    private Optional<Original> fetch(Store store, Derivative derivative, EdgeRequest request) throws RefusedException {
        try {
            return Optional.of(store.get(derivative.original(), config.maxBytes()));
        } catch (StoreException e) {
            return switch (e.reason()) {
                case MISSING -> Optional.empty();
                case TOO_LARGE ->
                    throw new RefusedException(413, "The original has more than " + config.maxBytes() + " bytes.");
                case FAILED -> {
                    journal.failed(Journal.Kind.FETCH_FAILED, request.getUri(), e);
                    throw new RefusedException(503, "The original could not be fetched; try again later.");
                }
            };
        }
    }

    private Optional<String> writeBack(Store store, Derivative derivative, Original original, byte[] picture) {
        try {
            return Optional.of(store.put(
                    grammar.key(derivative),
                    new Stored(
                            picture,
                            derivative.format().contentType(),
                            config.caching().derivative(),
                            original.etag(),
                            CacheTag.of(derivative.original()),
                            config.expireAfterDays() > 0)));
        } catch (StoreException e) {
            journal.failed(Journal.Kind.WRITE_BACK_FAILED, grammar.print(derivative), e);
            return Optional.empty();
        }
    }

    private EdgeResponse notFound(Store store, Derivative derivative, EdgeResponse response) throws RefusedException {
        Map<String, String> headers = headersOf(derivative);
        headers.put("Cache-Control", config.caching().placeholder());
        Optional<byte[]> picture = placeholder.render(store, derivative);
        if (picture.isEmpty() || Answers.isTooHeavy(picture.get(), headers)) {
            throw new RefusedException(404, "There is no such picture.");
        }
        return Answers.picture(response, 404, picture.get(), headers);
    }

    private Map<String, String> headersOf(Derivative derivative) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", derivative.format().contentType());
        headers.put("Cache-Control", config.caching().derivative());
        headers.put(CacheTag.HEADER, CacheTag.of(derivative.original()));
        return headers;
    }

    private EdgeResponse error(EdgeRequest request, EdgeResponse response, int status, String sentence) {
        return withoutBodyForHead(
                request,
                Answers.error(response, status, sentence, config.caching().of(status)));
    }

    private static EdgeResponse withoutBodyForHead(EdgeRequest request, EdgeResponse response) {
        if (request.getMethod().equals("HEAD")) {
            response.setTextBody("");
        }
        return response;
    }

    /** 403 is what S3 says of a missing key to those who may not list the bucket. */
    private static boolean isMissing(EdgeResponse response) {
        return response.getStatus().equals("404") || response.getStatus().equals("403");
    }
}
