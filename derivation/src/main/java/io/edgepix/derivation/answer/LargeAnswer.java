package io.edgepix.derivation.answer;

import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.Deriver;
import io.edgepix.derivation.HttpDate;
import io.edgepix.derivation.Rendition;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers with derivatives that are too large for the answer of a function. The function stores a copy in
 * {@link PathGrammar#STORED} and redirects to it. S3 returns the copy, so a viewer is redirected once.
 */
final class LargeAnswer {
    /** Well below the day after which a copy is deleted. */
    private static final Duration RECENT = Duration.ofHours(12);

    private final PathGrammar grammar;
    private final Deriver deriver;
    private final Redirection redirection;
    private final InstantSource clock;
    private final DerivationLog log;

    LargeAnswer(PathGrammar grammar, Deriver deriver, Redirection redirection, InstantSource clock, DerivationLog log) {
        this.grammar = grammar;
        this.deriver = deriver;
        this.redirection = redirection;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Redirects to the copy of a rendition.
     *
     * @throws DerivationException if the rendition or the copy could not be stored
     */
    Answer of(DerivationRequest request, Rendition rendition, String cacheControl) throws DerivationException {
        if (!rendition.isStored()) {
            throw new DerivationException(503, "The derivative could not be stored; try again later.");
        }
        if (!hasRecentCopy(request.store(), rendition)) {
            deriver.storeCopy(request, rendition);
        }
        return redirection.to(grammar.print(PathGrammar.STORED, rendition.derivative()), cacheControl);
    }

    /** Only a rendition that was found in the bucket can have a copy of itself. */
    private boolean hasRecentCopy(Store store, Rendition rendition) {
        if (rendition.storage() != Rendition.Storage.FOUND) {
            return false;
        }
        try {
            return store.head(grammar.copyKey(rendition.derivative()))
                    .filter(copy -> copy.originalEtag().equals(Optional.of(rendition.originalEtag())))
                    .flatMap(ObjectHead::lastModified)
                    .flatMap(HttpDate::parse)
                    .filter(stored -> stored.isAfter(clock.instant().minus(RECENT)))
                    .isPresent();
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, grammar.print(rendition.derivative()), e);
            return false;
        }
    }

    /**
     * Answers the path of a copy that S3 did not return. If the copy was deleted, redirects to the derivative's own
     * path, after rendering it if S3 does not have it.
     *
     * @return empty if the original is missing
     * @throws DerivationException if S3 has the copy, and would refuse it to CloudFront again; or if the derivative
     *     cannot be rendered
     */
    Optional<Answer> ofMissingCopy(DerivationRequest request) throws DerivationException {
        if (has(grammar.copyKey(request.derivative()), request)) {
            log.noted(
                    grammar.print(PathGrammar.STORED, request.derivative()),
                    "is stored, but S3 does not return it to CloudFront");
            throw new DerivationException(502, "The derivative could not be read.");
        }
        Optional<Derivative> own = has(grammar.key(request.derivative()), request)
                ? Optional.of(request.derivative())
                : deriver.derive(request).map(Rendition::derivative);
        return own.map(derivative -> redirection.to(grammar.print(derivative)));
    }

    private boolean has(Key key, DerivationRequest request) throws DerivationException {
        try {
            return request.store().etag(key).isPresent();
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, key.path(), e);
            throw new DerivationException(503, "The derivative could not be read; try again later.");
        }
    }
}
