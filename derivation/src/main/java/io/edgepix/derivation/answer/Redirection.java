package io.edgepix.derivation.answer;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.Rendition;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.time.InstantSource;

/**
 * Redirects viewers to renditions that are too large for a generated response. It redirects only if this request stored
 * the rendition. S3 is consistent and will return the rendition to CloudFront, so a viewer is redirected at most once.
 */
final class Redirection {
    private static final int SIGNED_FOR_SECONDS = 60;

    /** Makes viewers ask again soon, for less time than a URL is signed for. */
    private static final String BRIEFLY = "public, max-age=10";

    private final PathGrammar grammar;
    private final Signing signing;
    private final InstantSource clock;
    private final DerivationLog log;

    /**
     * Creates the redirections for a configuration.
     *
     * @param signing the keys; the first one signs the URL, if there is one
     */
    Redirection(PathGrammar grammar, Signing signing, InstantSource clock, DerivationLog log) {
        this.grammar = grammar;
        this.signing = signing;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Tells whether S3 has the derivative but refused it to CloudFront, and would therefore refuse it again after a
     * redirection. Must be called before the derivative is stored.
     *
     * @param isForbidden whether S3 responded with 403, which does not tell whether it has the derivative
     */
    boolean wouldBeRefused(DerivationRequest request, boolean isForbidden) {
        if (!isForbidden) {
            return false;
        }
        try {
            return request.store().etag(grammar.key(request.derivative())).isPresent();
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, grammar.print(request.derivative()), e);
            return true;
        }
    }

    Answer to(Rendition rendition, boolean wouldBeRefused) throws DerivationException {
        String path = grammar.print(rendition.derivative());
        requireStored(rendition);
        if (wouldBeRefused) {
            log.noted(path, "is stored, but S3 does not return it to CloudFront");
            throw new DerivationException(502, "The derivative could not be read.");
        }
        return Answers.redirect(location(path), "no-store");
    }

    /** Redirects to a substitute, whose path differs from the requested one. So it cannot end in a loop. */
    Answer toSubstitute(Rendition substitute) throws DerivationException {
        requireStored(substitute);
        return Answers.redirect(location(grammar.print(substitute.derivative())), BRIEFLY);
    }

    private static void requireStored(Rendition rendition) throws DerivationException {
        if (!rendition.isStored()) {
            throw new DerivationException(503, "The derivative could not be stored; try again later.");
        }
    }

    private String location(String path) {
        return signing.isOn() ? signed(path) : path;
    }

    private String signed(String path) {
        long expiry = clock.instant().getEpochSecond() + SIGNED_FOR_SECONDS;
        return SignedUrl.sign(new JdkHmac(), signing.keys().getFirst(), path, "", Long.toString(expiry));
    }
}
