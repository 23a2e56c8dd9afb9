package io.edgepix.derivation.answer;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Signing;
import java.time.InstantSource;

/**
 * Redirects viewers to other paths. A path never redirects to itself: even a redirection with {@code no-store} stays in
 * CloudFront for the minimum TTL of a cache policy, so the viewer would get the same redirection again.
 */
final class Redirection {
    private static final int SIGNED_FOR_SECONDS = 60;

    private final Signing signing;
    private final InstantSource clock;

    /**
     * Creates the redirections for a configuration.
     *
     * @param signing the keys; the first one signs the URL, if there is one
     */
    Redirection(Signing signing, InstantSource clock) {
        this.signing = signing;
        this.clock = clock;
    }

    /** Redirects to a path of this distribution, percent-encoded. Caches do not keep the answer. */
    Answer to(String path) {
        return to(path, "no-store");
    }

    /**
     * Redirects to a path of this distribution, percent-encoded.
     *
     * @param cacheControl for less time than a URL is signed for
     */
    Answer to(String path, String cacheControl) {
        return Answers.redirect(signing.isOn() ? signed(path) : path, cacheControl);
    }

    private String signed(String path) {
        long expiry = clock.instant().getEpochSecond() + SIGNED_FOR_SECONDS;
        return SignedUrl.sign(new JdkHmac(), signing.keys().getFirst(), path, "", Long.toString(expiry));
    }
}
