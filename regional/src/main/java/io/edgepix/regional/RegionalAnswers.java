package io.edgepix.regional;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Documents;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerLimit;
import io.edgepix.derivation.answer.AnswerRequest;
import io.edgepix.derivation.answer.PictureAnswers;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers of the function to all requests. Thread-safe. */
final class RegionalAnswers {
    /** A response of a function URL has at most 6 MB. In base64, this is less. */
    static final int MAX_PICTURE = 4_500_000;

    private static final String BIG = "/" + PathGrammar.BIG;

    private final Environment.Role role;
    private final PictureAnswers pictures;
    private final Documents documents;
    private final Supplier<Store> store;
    private final DerivationLog log;

    /**
     * Creates the answers.
     *
     * @param config with the limits of the function's role
     * @param store returns the bucket with clients that are valid now
     */
    RegionalAnswers(
            Environment environment,
            Config config,
            Renderer renderer,
            Supplier<Store> store,
            DerivationLog log,
            InstantSource clock) {
        this.role = environment.role();
        this.pictures =
                new PictureAnswers(config, renderer, log, clock, environment.looksInStore(), environment.hasLarger());
        this.documents = config.documents();
        this.store = store;
        this.log = log;
    }

    Answer of(AnswerRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return notAllowed(request);
        }
        AnswerRequest own = role == Environment.Role.BIG && request.path().startsWith(BIG)
                ? new AnswerRequest(request.method(), request.path().substring(BIG.length() - 1), request.ifNoneMatch())
                : request;
        return pictures.of(own, store::get, AnswerLimit.ofPicture(MAX_PICTURE)).orElseGet(() -> original(own));
    }

    private Answer notAllowed(AnswerRequest request) {
        Answer refusal = pictures.refusal(request, 405, "Pictures can only be read, by GET and HEAD.");
        Map<String, String> headers = new HashMap<>(refusal.headers());
        headers.put("Allow", "GET, HEAD");
        return new Answer(refusal.status(), headers, refusal.body());
    }

    /** Answers after a failure of our own, which is in the log. */
    Answer failure(AnswerRequest request) {
        return pictures.refusal(request, 502, "The picture could not be answered.");
    }

    /** Answers the path of an original. S3 was asked for it first, and refused it or failed. */
    private Answer original(AnswerRequest request) {
        Key key = Key.ofAnyPath(request.path());
        if (key.value().isEmpty() || key.hasDotSegment()) {
            return pictures.refusal(request, 400, "The URL does not name a picture.");
        }
        try {
            return InternalKeys.isInternal(key)
                            || documents.isPrivate(key)
                            || store.get().etag(key).isEmpty()
                    ? pictures.refusal(request, 404, "There is no such picture.")
                    : unreadable(request, Optional.empty());
        } catch (StoreException e) {
            return unreadable(request, Optional.of(e));
        }
    }

    private Answer unreadable(AnswerRequest request, Optional<StoreException> cause) {
        cause.ifPresentOrElse(
                e -> log.failed(DerivationLog.Kind.FETCH_FAILED, request.path(), e),
                () -> log.noted(request.path(), "is stored, but S3 does not return it to CloudFront"));
        return pictures.refusal(request, 503, "The picture could not be read; try again later.");
    }
}
