package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.Deriver;
import io.edgepix.derivation.Rendition;
import io.edgepix.derivation.RenditionHeaders;
import io.edgepix.derivation.ServerTiming;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoredResponse;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Answers a request for a derivative that S3 does not have: with the picture, a redirection or a placeholder. */
final class PictureAnswer {
    private static final int TOO_LARGE = 413;

    /** Makes viewers ask for the derivative again soon that a redirection to its substitute replaces. */
    private static final String BRIEFLY = "public, max-age=10";

    private final Config config;
    private final PathGrammar grammar;
    private final Deriver deriver;
    private final RenditionHeaders headers;
    private final DerivativeRequests requests;
    private final WebpFirst webpFirst;
    private final LargeAnswer large;
    private final StoredPicture stored;
    private final EveryAnswer everyAnswer;
    private final DerivationLog log;

    PictureAnswer(
            Config config,
            Renderer renderer,
            EveryAnswer everyAnswer,
            Redirection redirection,
            DerivationLog log,
            InstantSource clock) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.deriver = new Deriver(config, renderer, log);
        this.headers = new RenditionHeaders(config);
        EmptyObjects objects = new EmptyObjects(grammar, log, clock);
        this.requests = new DerivativeRequests(config, grammar, objects, log);
        this.webpFirst = new WebpFirst(config, grammar, headers, requests, new AvifAttempts(grammar, objects), clock);
        this.large = new LargeAnswer(grammar, deriver, redirection, clock, log);
        this.stored = new StoredPicture(grammar, config.caching(), log);
        this.everyAnswer = everyAnswer;
        this.log = log;
    }

    /**
     * Returns the answer.
     *
     * @throws DerivationException if there is no such picture, or it cannot be answered
     */
    Answer of(Derivative derivative, Store store, AnswerRequest request, AnswerLimit limit) throws DerivationException {
        Optional<Derivative> webp = webpFirst.webpOf(derivative);
        Optional<Derivative> first = webpFirst.isOn() ? webp : Optional.empty();
        Optional<SubstituteEtag> revalidated = webp.isEmpty() ? Optional.empty() : webpFirst.revalidated(request);
        boolean isAvifDue = webpFirst.isDue(derivative, store, revalidated);
        DerivationRequest derivation =
                new DerivationRequest(derivative, isAvifDue ? Optional.empty() : first, store, new ServerTiming());
        Optional<Rendition> rendition = rendition(derivation, webp, revalidated.isPresent());
        boolean isSubstitute =
                rendition.isPresent() && rendition.get().derivative().format() != derivative.format();
        if (isAvifDue && !isSubstitute) {
            webpFirst.rendered(derivative, store);
        }
        if (rendition.isEmpty()) {
            return placeholder(derivation, first, request, limit);
        }
        Map<String, String> fields = isSubstitute
                ? webpFirst.headers(derivation, rendition.get(), revalidated)
                : headers.of(derivation, rendition.get());
        return withinLimit(derivation, rendition.get(), fields, request, limit, isSubstitute ? BRIEFLY : "no-store");
    }

    /** Returns the answer with a rendition, or the redirection to its copy if the answer is over the limit. */
    private Answer withinLimit(
            DerivationRequest derivation,
            Rendition rendition,
            Map<String, String> fields,
            AnswerRequest request,
            AnswerLimit limit,
            String cacheControl)
            throws DerivationException {
        Answer picture = everyAnswer.complete(request.path(), Answers.picture(200, rendition.bytes(), fields));
        return limit.isExceededBy(picture) ? large.of(derivation, rendition, cacheControl) : picture;
    }

    /**
     * Returns the answer from the bucket, as S3 would give it. Empty if the bucket does not have the derivative, or has
     * an object in its place that is too large to answer and not ours to copy.
     */
    Optional<Answer> ofStored(Derivative derivative, Store store, AnswerRequest request, AnswerLimit limit)
            throws DerivationException {
        Optional<StoredResponse> found = stored.find(derivative, store, request);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = everyAnswer.complete(request.path(), stored.answer(derivative, found.get()));
        if (!limit.isExceededBy(answer)) {
            return Optional.of(answer);
        }
        Optional<Rendition> rendition = StoredPicture.rendition(derivative, found.get());
        DerivationRequest derivation = new DerivationRequest(derivative, store, new ServerTiming());
        return rendition.isEmpty() ? Optional.empty() : Optional.of(large.of(derivation, rendition.get(), "no-store"));
    }

    /**
     * Answers the path of a copy that S3 did not return.
     *
     * @throws DerivationException if there is no such picture, or it cannot be answered
     */
    Answer ofMissingCopy(Derivative derivative, Store store, AnswerRequest request, AnswerLimit limit)
            throws DerivationException {
        DerivationRequest derivation = new DerivationRequest(derivative, store, new ServerTiming());
        Optional<Answer> answer = large.ofMissingCopy(derivation);
        return answer.isPresent() ? answer.get() : placeholder(derivation, Optional.empty(), request, limit);
    }

    private Optional<Rendition> rendition(
            DerivationRequest derivation, Optional<Derivative> webp, boolean isRevalidated) throws DerivationException {
        Optional<Rendition> known = isRevalidated ? deriver.findSubstitute(derivation) : Optional.empty();
        if (known.isPresent()) {
            return known;
        }
        try {
            return deriver.derive(derivation);
        } catch (DerivationException e) {
            if (e.status() != TOO_LARGE) {
                throw e;
            }
            return webpInstead(derivation, webp, e);
        }
    }

    /**
     * Returns the stored WebP in place of an AVIF over the limits. If it has another path, the original could be small
     * enough for a WebP, so that is derived if the option is on.
     */
    private Optional<Rendition> webpInstead(
            DerivationRequest derivation, Optional<Derivative> webp, DerivationException refusal)
            throws DerivationException {
        DerivationRequest withWebp =
                new DerivationRequest(derivation.derivative(), webp, derivation.store(), derivation.timing());
        Optional<Rendition> stored = deriver.findSubstitute(withWebp);
        if (stored.isPresent()) {
            return stored;
        }
        if (webpFirst.isOn() && !derivation.substitute().equals(webp)) {
            return deriver.derive(withWebp);
        }
        requests.ask(derivation);
        throw refusal;
    }

    /** Answers with the placeholder, as a WebP if the picture would be one at first. */
    private Answer placeholder(
            DerivationRequest derivation, Optional<Derivative> webp, AnswerRequest request, AnswerLimit limit)
            throws DerivationException {
        DerivationRequest shown =
                new DerivationRequest(webp.orElse(derivation.derivative()), derivation.store(), derivation.timing());
        Optional<byte[]> bytes = deriver.placeholder(shown);
        if (bytes.isPresent()) {
            Map<String, String> fields = headers.ofPlaceholder(shown, bytes.get());
            Answer picture = everyAnswer.complete(
                    request.path(), Answers.picture(config.placeholderStatus(), bytes.get(), fields));
            if (!limit.isExceededBy(picture)) {
                return picture;
            }
            log.noted(grammar.print(derivation.derivative()), "the placeholder is too large for an answer");
        }
        throw new DerivationException(404, "There is no such picture.");
    }
}
