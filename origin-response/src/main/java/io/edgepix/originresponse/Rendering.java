package io.edgepix.originresponse;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Quality;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import java.util.List;

/** The renderer under a configuration, with its failures told apart: the picture's, or ours. */
final class Rendering {
    private static final int BEST = 100;

    private final Config config;
    private final Renderer renderer;
    private final Journal journal;

    Rendering(Config config, Renderer renderer, Journal journal) {
        if (config.avif() && !renderer.writes().contains(Format.AVIF)) {
            throw new ConfigException("avif", "this renderer cannot write AVIF; leave it out or say false");
        }
        this.config = config;
        this.renderer = renderer;
        this.journal = journal;
    }

    /** What a renderer is used for. */
    private interface Use<T> {
        T of(Renderer renderer) throws UnrenderableException;
    }

    /**
     * Reads the original's size.
     *
     * @throws LinkageError if the renderer's own code cannot be loaded, which no later request would mend
     */
    Upright measure(byte[] original, Derivative derivative) throws RefusedException {
        return use(derivative, each -> each.measure(original));
    }

    /**
     * Renders it.
     *
     * @throws LinkageError if the renderer's own code cannot be loaded, which no later request would mend
     */
    byte[] render(byte[] original, Derivative derivative) throws RefusedException {
        String path = derivative.original().path();
        List<RenderRequest> wishes = List.of(wish(derivative));
        return use(
                derivative,
                each -> each.renderAll(original, wishes, notice -> journal.noticed(path, notice))
                        .getFirst());
    }

    private <T> T use(Derivative derivative, Use<T> use) throws RefusedException {
        try {
            return use.of(renderer);
        } catch (UnrenderableException e) {
            throw new RefusedException(e.reason().status(), e.sentence());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            journal.failed(Journal.Kind.RENDER_FAILED, derivative.original().path(), e);
            throw new RefusedException(502, "The derivative could not be made.");
        }
    }

    /** What is asked of the renderer for a derivative. */
    RenderRequest wish(Derivative derivative) {
        int quality = derivative.quality() == Quality.DEFAULT
                ? config.quality().of(derivative.format())
                : derivative.quality();
        return new RenderRequest(
                derivative.size(),
                derivative.fit(),
                derivative.focus(),
                derivative.format(),
                derivative.format().isLossy() ? quality : BEST,
                config.background());
    }
}
