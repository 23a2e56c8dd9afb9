package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.CacheTag;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The answers of a function to requests for derivatives. A function only maps its events to an {@link AnswerRequest},
 * and an {@link Answer} to its responses. Thread-safe. It throws only an Error, if this process cannot continue.
 */
public final class PictureAnswers {
    private final Config config;
    private final PathGrammar grammar;
    private final PictureAnswer pictures;
    private final EveryAnswer everyAnswer;

    /**
     * Creates the answers under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public PictureAnswers(Config config, Renderer renderer, DerivationLog log, InstantSource clock) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.everyAnswer = new EveryAnswer(config);
        this.pictures = new PictureAnswer(config, renderer, everyAnswer, log, clock);
    }

    /**
     * Answers a request for a derivative that S3 did not return to the cache. Returns empty if the path is not that of
     * a derivative.
     */
    public Optional<Answer> of(AnswerRequest request, StoreSource store, AnswerLimit limit) {
        return of(request, store, limit, false);
    }

    /**
     * Answers a request as {@link #of(AnswerRequest, StoreSource, AnswerLimit)} does.
     *
     * @param isForbidden whether S3 responded with 403, which does not tell whether it has the derivative
     */
    public Optional<Answer> of(AnswerRequest request, StoreSource store, AnswerLimit limit, boolean isForbidden) {
        try {
            Derivative derivative = grammar.parse(request.path());
            return derivative == null
                    ? Optional.empty()
                    : Optional.of(completed(request, answer(derivative, request, store, limit, isForbidden)));
        } catch (MalformedException e) {
            return Optional.of(refusal(request, 400, e.sentence()));
        }
    }

    /** Returns an answer of one sentence. */
    public Answer refusal(AnswerRequest request, int status, String sentence) {
        return completed(
                request, Answers.error(status, sentence, config.caching().of(status), Optional.empty()));
    }

    private Answer answer(
            Derivative derivative, AnswerRequest request, StoreSource store, AnswerLimit limit, boolean isForbidden) {
        try {
            if (InternalKeys.isInternal(derivative.original())) {
                throw new DerivationException(404, "There is no such picture.");
            }
            return pictures.of(derivative, store.open(), request, limit, isForbidden);
        } catch (DerivationException e) {
            String cacheControl = config.caching().of(e.status());
            String cacheTag = CacheTag.of(derivative.original());
            return Answers.error(e.status(), e.sentence(), cacheControl, Optional.of(cacheTag));
        }
    }

    private Answer completed(AnswerRequest request, Answer answer) {
        return everyAnswer.complete(request.path(), request.isHead() ? Answers.headOf(answer) : answer);
    }
}
