package io.edgepix.derivation.answer;

import io.edgepix.configuration.Caching;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.Rendition;
import io.edgepix.derivation.Rendition.Storage;
import io.edgepix.derivation.store.ObjectMetadata;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredResponse;
import io.edgepix.derivation.store.Validators;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.Optional;

/** Answers with derivatives that are in the bucket, with the headers that S3's own answers get. */
final class StoredPicture {
    private static final String CONTENT_TYPE = "content-type";

    private final PathGrammar grammar;
    private final Caching caching;
    private final DerivationLog log;

    StoredPicture(PathGrammar grammar, Caching caching, DerivationLog log) {
        this.grammar = grammar;
        this.caching = caching;
        this.log = log;
    }

    /** Fetches a derivative; empty if the bucket does not have it, or fails. */
    Optional<StoredResponse> find(Derivative derivative, Store store, AnswerRequest request) {
        try {
            return store.respond(grammar.key(derivative), request.ifNoneMatch());
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, grammar.print(derivative), e);
            return Optional.empty();
        }
    }

    /** Returns the answer, whose headers are not complete yet. */
    Answer answer(Derivative derivative, StoredResponse found) {
        MapHeaders headers = new MapHeaders(found.headers());
        StoredAnswer.amend(grammar.print(derivative), found.status(), headers, caching);
        headers.remove("date");
        if (headers.value(CONTENT_TYPE).isEmpty()) {
            // Lambda would add its own, and a cache would then keep that one.
            headers.set(CONTENT_TYPE, derivative.format().contentType());
        }
        boolean hasBody = found.status() == 200;
        return new Answer(
                found.status(), headers.fields(), hasBody ? new Answer.Picture(found.bytes()) : new Answer.None());
    }

    /** Returns the rendition in a response; empty if the object is not one of ours. */
    static Optional<Rendition> rendition(Derivative derivative, StoredResponse found) {
        MapHeaders headers = new MapHeaders(found.headers());
        String originalEtag = headers.value("x-amz-meta-" + ObjectMetadata.ORIGINAL_ETAG);
        Validators validators = new Validators(headers.value("etag"), Optional.of(headers.value("last-modified")));
        return originalEtag.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rendition(derivative, found.bytes(), validators, originalEtag, Storage.FOUND));
    }
}
