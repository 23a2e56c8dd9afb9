package io.edgepix.regional;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.Store;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The function as a part of another process than Lambda's, which passes what it needs. */
public final class EmbeddedHandler implements RequestStreamHandler {
    private final RegionalAnswers answers;

    /**
     * Creates the function.
     *
     * @param variables its environment variables
     * @param renderers returns the renderer for the limits of its role
     * @throws IllegalArgumentException if a variable is missing or wrong
     */
    public EmbeddedHandler(
            Map<String, String> variables,
            Config config,
            Function<Limits, Renderer> renderers,
            Store store,
            DerivationLog log) {
        Environment environment = Environment.read(variables);
        boolean isBig = environment.role() == Environment.Role.BIG;
        this.answers = new RegionalAnswers(
                environment,
                isBig ? config.withLimits(config.big()) : config,
                renderers.apply(isBig ? ConfiguredLimits.big(config) : ConfiguredLimits.of(config)),
                () -> store,
                log,
                InstantSource.system());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, @Nullable Context context) throws IOException {
        EventJson.write(UrlEvent.response(answers.of(UrlEvent.request(EventJson.read(event)))), response);
    }
}
