package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.Rendition.Storage;
import io.edgepix.derivation.ServerTiming.Phase;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredDerivative;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.Optional;

/** Reads and writes derivatives in the bucket. A failure is logged, and costs time but no answer. */
final class DerivativeStore {
    /** A copy may be deleted from the bucket, so caches keep it only briefly. */
    private static final String COPY_CACHE_CONTROL = "public, max-age=60";

    private final Config config;
    private final PathGrammar grammar;
    private final DerivationLog log;

    DerivativeStore(Config config, PathGrammar grammar, DerivationLog log) {
        this.config = config;
        this.grammar = grammar;
        this.log = log;
    }

    /**
     * Returns the derivative in the bucket; empty if there is none, or the original has changed since.
     *
     * @param originalEtag the current ETag of the original
     */
    Optional<Rendition> find(DerivationRequest request, Derivative derivative, String originalEtag) {
        try (ServerTiming.Span _ = request.timing().start(Phase.FETCH)) {
            return request.store()
                    .find(grammar.key(derivative), originalEtag)
                    .map(found -> rendition(derivative, found));
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, grammar.print(derivative), e);
            return Optional.empty();
        }
    }

    private static Rendition rendition(Derivative derivative, StoredDerivative found) {
        return new Rendition(derivative, found.bytes(), found.validators(), found.originalEtag(), Storage.FOUND);
    }

    /** Stores a picture. Returns its rendition even if storing fails. */
    Rendition put(DerivationRequest request, Derivative derivative, StoredOriginal original, byte[] picture) {
        try (ServerTiming.Span _ = request.timing().start(Phase.STORE)) {
            Validators validators = write(place(request.store(), derivative), original, picture);
            return new Rendition(derivative, picture, validators, original.etag(), Storage.WRITTEN);
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.WRITE_BACK_FAILED, grammar.print(derivative), e);
            return new Rendition(derivative, picture, ContentEtag.validators(picture), original.etag(), Storage.FAILED);
        }
    }

    /** Returns the place of a derivative in the bucket of its original. */
    DerivativePlace place(Store store, Derivative derivative) {
        return new DerivativePlace(derivative, store, grammar.key(derivative));
    }

    /** Stores a picture in a place. */
    Validators write(DerivativePlace place, StoredOriginal original, byte[] picture) throws StoreException {
        Derivative derivative = place.derivative();
        PutRequest put = new PutRequest(
                picture,
                derivative.format().contentType(),
                config.caching().derivative(),
                Vary.of(derivative, config.offer()),
                original.etag(),
                CacheTag.of(derivative.original()),
                config.expireAfterDays() > 0);
        return place.store().put(place.key(), put);
    }

    /**
     * Stores a copy of a rendition in {@link PathGrammar#STORED}. A lifecycle rule of the bucket deletes it after a day.
     * The copy is a second upload, since S3 copies an object only for roles that may read its tags.
     */
    void putCopy(DerivationRequest request, Rendition rendition) throws StoreException {
        Derivative derivative = rendition.derivative();
        PutRequest put = new PutRequest(
                rendition.bytes(),
                derivative.format().contentType(),
                COPY_CACHE_CONTROL,
                Vary.of(derivative, config.offer()),
                rendition.originalEtag(),
                CacheTag.of(derivative.original()),
                false);
        try (ServerTiming.Span _ = request.timing().start(Phase.STORE)) {
            request.store().put(grammar.copyKey(derivative), put);
        }
    }

    /** Deletes what this request stored. It may have stored the object even if S3 reported a failure. */
    void undo(DerivationRequest request, Rendition rendition) {
        if (rendition.storage() == Storage.FOUND) {
            return;
        }
        try (ServerTiming.Span _ = request.timing().start(Phase.STORE)) {
            remove(place(request.store(), rendition.derivative()));
        }
    }

    /** Deletes the object of a place. */
    void remove(DerivativePlace place) {
        try {
            place.store().delete(place.key());
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.DELETE_FAILED, place.key().path(), e);
        }
    }
}
