package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.CacheTag;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
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
    private final Redirection redirection;
    private final boolean looksInStore;
    private final Optional<LargerFunction> larger;

    /**
     * Creates the answers of the only function, or of the larger one of two.
     *
     * @param looksInStore whether the bucket may have the derivative, as no cache has asked it before; if so, it is
     *     answered as S3 would, also if it is outdated
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public PictureAnswers(
            Config config, Renderer renderer, DerivationLog log, InstantSource clock, boolean looksInStore) {
        this(config, renderer, log, clock, looksInStore, false);
    }

    /**
     * Creates the answers under a configuration.
     *
     * @param looksInStore whether the bucket may have the derivative, as no cache has asked it before; if so, it is
     *     answered as S3 would, also if it is outdated
     * @param hasLarger whether there is a larger function, which renders originals that are over the limits of this one
     *     but not over {@link Config#big}
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public PictureAnswers(
            Config config,
            Renderer renderer,
            DerivationLog log,
            InstantSource clock,
            boolean looksInStore,
            boolean hasLarger) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.everyAnswer = new EveryAnswer(config);
        this.redirection = new Redirection(config.offer().signing(), clock);
        this.pictures = new PictureAnswer(config, renderer, everyAnswer, redirection, log, clock);
        this.looksInStore = looksInStore;
        this.larger = hasLarger
                ? Optional.of(new LargerFunction(config, grammar, renderer, redirection, log))
                : Optional.empty();
    }

    /**
     * Answers a request for a derivative. Returns empty if the path is not that of a derivative. The path of a copy in
     * {@link PathGrammar#STORED} that S3 does not have, and every path in {@link PathGrammar#BIG}, redirects to the
     * derivative's own path.
     */
    public Optional<Answer> of(AnswerRequest request, StoreSource store, AnswerLimit limit) {
        try {
            Derivative derivative = grammar.parse(request.path());
            return derivative == null
                    ? Optional.empty()
                    : Optional.of(completed(request, answer(derivative, request, store, limit)));
        } catch (MalformedException e) {
            return Optional.of(refusal(request, 400, e.sentence()));
        }
    }

    /** Returns an answer of one sentence. */
    public Answer refusal(AnswerRequest request, int status, String sentence) {
        return completed(
                request, Answers.error(status, sentence, config.caching().of(status), Optional.empty()));
    }

    /**
     * Redirects to another path of this distribution, which is signed if URLs are. Caches do not keep the answer.
     *
     * @param path percent-encoded, with a slash at its start, and different from that of the request
     */
    public Answer redirect(AnswerRequest request, String path) {
        return completed(request, redirection.to(path));
    }

    private Answer answer(Derivative derivative, AnswerRequest request, StoreSource store, AnswerLimit limit) {
        try {
            if (InternalKeys.isInternal(derivative.original())
                    || config.documents().isPrivate(derivative.original())) {
                throw new DerivationException(404, "There is no such picture.");
            }
            return switch (PathGrammar.folder(Key.ofAnyPath(request.path()))) {
                case PathGrammar.BIG -> redirection.to(grammar.print(derivative));
                case PathGrammar.STORED -> pictures.ofMissingCopy(derivative, store.open(), request, limit);
                default -> picture(derivative, store.open(), request, limit);
            };
        } catch (DerivationException e) {
            String cacheControl = config.caching().of(e.status());
            String cacheTag = CacheTag.of(derivative.original());
            return Answers.error(e.status(), e.sentence(), cacheControl, Optional.of(cacheTag));
        }
    }

    private Answer picture(Derivative derivative, Store store, AnswerRequest request, AnswerLimit limit)
            throws DerivationException {
        Optional<Answer> stored =
                looksInStore ? pictures.ofStored(derivative, store, request, limit) : Optional.empty();
        if (stored.isPresent()) {
            return stored.get();
        }
        return larger.isPresent()
                ? larger.get().orRedirect(derivative, store, () -> pictures.of(derivative, store, request, limit))
                : pictures.of(derivative, store, request, limit);
    }

    private Answer completed(AnswerRequest request, Answer answer) {
        return everyAnswer.complete(request.path(), request.isHead() ? Answers.headOf(answer) : answer);
    }
}
