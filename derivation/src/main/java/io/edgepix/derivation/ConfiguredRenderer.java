package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Quality;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Effort;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.List;

/** Renders under a configuration, and separates our own failures from those of the original. */
final class ConfiguredRenderer {
    private static final int BEST_QUALITY = 100;

    private interface Call<T> {
        T of(Renderer renderer) throws UnrenderableException;
    }

    private final Config config;
    private final Effort effort;
    private final Renderer renderer;
    private final DerivationLog log;

    ConfiguredRenderer(Config config, Effort effort, Renderer renderer, DerivationLog log) {
        if (config.offer().avif() && !renderer.writes().contains(Format.AVIF)) {
            throw new ConfigException("avif", "this renderer cannot write AVIF; remove it or set it to false");
        }
        this.config = config;
        this.effort = effort;
        this.renderer = renderer;
        this.log = log;
    }

    Dimensions dimensions(byte[] original, Key key) throws DerivationException {
        return call(key, each -> each.dimensions(original));
    }

    byte[] render(byte[] original, Derivative derivative) throws DerivationException {
        return renderAll(original, List.of(derivative)).getFirst();
    }

    /** Renders derivatives of one original in one decoding. */
    List<byte[]> renderAll(byte[] original, List<Derivative> derivatives) throws DerivationException {
        Key key = derivatives.getFirst().original();
        List<RenderRequest> requests = derivatives.stream().map(this::request).toList();
        return call(key, each -> each.renderAll(original, requests, notice -> log.rendered(key.path(), notice)));
    }

    /** A LinkageError is not caught, because after one this process could not render any later request either. */
    private <T> T call(Key key, Call<T> call) throws DerivationException {
        try {
            return call.of(renderer);
        } catch (UnrenderableException e) {
            throw new DerivationException(e.reason().status(), e.sentence());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.failed(DerivationLog.Kind.RENDER_FAILED, key.path(), e);
            throw new DerivationException(502, "The derivative could not be rendered.");
        }
    }

    /** Returns the request that renders a derivative. */
    RenderRequest request(Derivative derivative) {
        int quality = derivative.quality() == Quality.DEFAULT
                ? config.offer().quality().of(derivative.format())
                : derivative.quality();
        return new RenderRequest(
                derivative.size(),
                derivative.fit(),
                derivative.focus(),
                derivative.format(),
                derivative.format().isLossy() ? quality : BEST_QUALITY,
                config.background(),
                effort);
    }
}
