package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.DerivationRequest;
import io.edgepix.derivation.Rendition;
import io.edgepix.derivation.RenditionHeaders;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.PathGrammar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Answers an AVIF that is not stored yet with a WebP, so that no viewer waits for the AVIF. Caches serve the WebP stale
 * while CloudFront revalidates it. The request of that revalidation contains the {@link SubstituteEtag}, and no viewer
 * waits for its answer. Without the option, a WebP that is stored replaces only an AVIF of an original over the limits.
 */
final class WebpFirst {
    private static final int FRESH_SECONDS = 10;
    private static final int MAX_FRESH_SECONDS = 3_600;
    private static final int STALE_SECONDS = 86_400;

    private final Config config;
    private final PathGrammar grammar;
    private final RenditionHeaders headers;
    private final DerivativeRequests requests;
    private final AvifAttempts attempts;
    private final InstantSource clock;

    WebpFirst(
            Config config,
            PathGrammar grammar,
            RenditionHeaders headers,
            DerivativeRequests requests,
            AvifAttempts attempts,
            InstantSource clock) {
        this.config = config;
        this.grammar = grammar;
        this.headers = headers;
        this.requests = requests;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Tells whether the WebP is answered first, and not only for an original over the limits. */
    boolean isOn() {
        return config.avif().webpFirst();
    }

    /**
     * Returns the WebP of the same size and fit; empty if no WebP can replace the derivative. An AVIF of an original
     * that may be animated is still, and a WebP would not be.
     */
    Optional<Derivative> webpOf(Derivative derivative) {
        boolean applies = derivative.format() == Format.AVIF
                && config.offer()
                        .mayNegotiate(Format.AVIF, derivative.original().extension());
        return applies
                ? Optional.of(grammar.admit(
                        derivative.size().width(),
                        derivative.size().height(),
                        derivative.fit(),
                        derivative.focus(),
                        derivative.quality(),
                        Format.WEBP,
                        derivative.original()))
                : Optional.empty();
    }

    /**
     * Returns the ETag of the WebP that CloudFront has and revalidates. Empty if it has none, or may no longer serve it
     * stale: then a viewer waits for this answer.
     */
    Optional<SubstituteEtag> revalidated(AnswerRequest request) {
        Instant oldest = clock.instant().minusSeconds(FRESH_SECONDS + STALE_SECONDS);
        return request.ifNoneMatch()
                .flatMap(SubstituteEtag::in)
                .filter(etag -> etag.since().isAfter(oldest));
    }

    /**
     * Tells whether the function renders the AVIF itself, now that no viewer waits. If so, the attempt has begun, and
     * {@link #rendered} ends it.
     */
    boolean isDue(Derivative avif, Store store, Optional<SubstituteEtag> revalidated) {
        return isOn() && revalidated.isPresent() && !requests.isOn() && attempts.begin(avif, store);
    }

    /** Ends the attempt to render an AVIF, unless it failed. */
    void rendered(Derivative avif, Store store) {
        attempts.end(avif, store);
    }

    /**
     * Returns the headers of a WebP. Asks the queue for the AVIF, unless an earlier answer with the same WebP did. The
     * longer there is no AVIF, the less often caches ask for it.
     */
    Map<String, String> headers(DerivationRequest request, Rendition webp, Optional<SubstituteEtag> revalidated) {
        Instant now = clock.instant();
        String webpEtag = webp.validators().etag();
        Optional<SubstituteEtag> same =
                revalidated.filter(etag -> etag.webpEtag().equals(webpEtag));
        if (same.isEmpty()) {
            requests.ask(request);
        }
        SubstituteEtag etag = same.orElseGet(() -> new SubstituteEtag(now, webpEtag));
        long seconds = Math.clamp(Duration.between(etag.since(), now).toSeconds(), FRESH_SECONDS, MAX_FRESH_SECONDS);
        String cacheControl = "public, max-age=" + seconds + ", stale-while-revalidate=" + STALE_SECONDS;
        return headers.ofSubstitute(request, webp, etag.value(), cacheControl);
    }
}
