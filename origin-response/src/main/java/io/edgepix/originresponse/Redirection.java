package io.edgepix.originresponse;

import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import io.edgepix.originresponse.store.StoreException;
import java.time.InstantSource;

/**
 * Sends viewers of what is too heavy for an answer of ours to where S3 answers, at most once: only where this event has
 * put it there and S3, which is consistent, will give it to CloudFront.
 */
final class Redirection {
    private static final int SIGNED_FOR_SECONDS = 60;

    private final PathGrammar grammar;
    private final Signing signing;
    private final InstantSource clock;
    private final Journal journal;

    /**
     * Under a configuration.
     *
     * @param signing by whose first key the address is signed, if it has one
     */
    Redirection(PathGrammar grammar, Signing signing, InstantSource clock, Journal journal) {
        this.grammar = grammar;
        this.signing = signing;
        this.clock = clock;
        this.journal = journal;
    }

    /** Whether CloudFront was refused what is there, so that it would be again; asked before anything is made. */
    boolean wouldBeRefused(Miss miss) {
        if (!miss.forbidden()) {
            return false;
        }
        try {
            return miss.store().etag(grammar.key(miss.derivative())).isPresent();
        } catch (StoreException e) {
            journal.failed(Journal.Kind.FETCH_FAILED, grammar.print(miss.derivative()), e);
            return true;
        }
    }

    /** Sends the viewer to a derivative. */
    EdgeResponse to(Made made, EdgeResponse response, boolean wouldBeRefused) throws RefusedException {
        String path = grammar.print(made.canonical());
        if (!made.stored()) {
            throw new RefusedException(503, "The derivative could not be stored; try again later.");
        }
        if (wouldBeRefused) {
            journal.noted(path, "is stored, and S3 refuses it to CloudFront");
            throw new RefusedException(502, "The derivative could not be read.");
        }
        return Answers.redirect(response, signing.isOn() ? signed(path) : path);
    }

    private String signed(String path) {
        long expiry = clock.instant().getEpochSecond() + SIGNED_FOR_SECONDS;
        return SignedUrl.sign(new JdkHmac(), signing.keys().getFirst(), path, "", Long.toString(expiry));
    }
}
