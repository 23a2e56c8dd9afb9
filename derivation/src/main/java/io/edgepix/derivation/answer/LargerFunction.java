package io.edgepix.derivation.answer;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.OriginalLimits;
import io.edgepix.derivation.DerivationException;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import java.util.Optional;

/**
 * A second function with more memory, which renders originals over the limits of this one. Viewers are redirected to it
 * by a path in {@link PathGrammar#BIG}.
 */
final class LargerFunction {
    /** The start of a file that has the size of most pictures. Metadata can come before it. */
    private static final int START = 1 << 16;

    /** A smaller file takes no longer to fetch than its start. */
    private static final int LEAST_BYTES = 1 << 20;

    private static final int TOO_LARGE = 413;

    /** An answer of this function. */
    interface Rendering {
        Answer run() throws DerivationException;
    }

    private final OriginalLimits limits;
    private final OriginalLimits big;
    private final PathGrammar grammar;
    private final Renderer renderer;
    private final Redirection redirection;
    private final DerivationLog log;

    LargerFunction(Config config, PathGrammar grammar, Renderer renderer, Redirection redirection, DerivationLog log) {
        this.limits = config.limits();
        this.big = config.big();
        this.grammar = grammar;
        this.renderer = renderer;
        this.redirection = redirection;
        this.log = log;
    }

    /**
     * Redirects to the larger function if the original is over a limit of this one, or turns out to be while it is
     * rendered.
     *
     * @throws DerivationException if the original is over a limit of both functions, or the rendering fails
     */
    Answer orRedirect(Derivative derivative, Store store, Rendering rendering) throws DerivationException {
        if (isOverLimits(derivative.original(), store)) {
            return redirect(derivative);
        }
        try {
            return rendering.run();
        } catch (DerivationException e) {
            if (e.status() != TOO_LARGE) {
                throw e;
            }
            return redirect(derivative);
        }
    }

    private Answer redirect(Derivative derivative) {
        return redirection.to(grammar.print(PathGrammar.BIG, derivative));
    }

    /** Looks at an original without fetching it. If the bucket fails, the rendering reports it. */
    private boolean isOverLimits(Key original, Store store) throws DerivationException {
        try {
            Optional<ObjectHead> head = store.head(original);
            if (head.isEmpty()) {
                return false;
            }
            long bytes = head.get().bytes();
            if (bytes > big.maxBytes()) {
                throw new DerivationException(TOO_LARGE, "The original has more than " + big.maxBytes() + " bytes.");
            }
            return bytes > limits.maxBytes() || (bytes > LEAST_BYTES && hasTooManyPixels(original, store));
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, original.path(), e);
            return false;
        }
    }

    private boolean hasTooManyPixels(Key original, Store store) throws StoreException, DerivationException {
        Optional<Dimensions> size = store.start(original, START).flatMap(renderer::dimensionsOfStart);
        double pixels = size.map(each -> each.width() * each.height()).orElse(0.0);
        if (pixels > big.maxPixels()) {
            throw new DerivationException(
                    TOO_LARGE,
                    "The picture has " + (long) pixels + " pixels; at most " + big.maxPixels() + " are accepted.");
        }
        return pixels > limits.maxPixels();
    }
}
