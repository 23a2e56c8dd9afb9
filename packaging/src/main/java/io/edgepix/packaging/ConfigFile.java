package io.edgepix.packaging;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigText;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.OriginResponseHandler;
import java.nio.file.Path;

/** An {@code edgepix.json} that goes into the zips as it is. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * Its text.
     *
     * @throws ConfigException if it cannot be read, or if either function would refuse to start with it
     */
    static String read(Path file) {
        String text = ConfigText.of(file);
        try {
            check(Config.parse(text));
            return text;
        } catch (ConfigException e) {
            throw e.in(file.toString());
        }
    }

    /** What it offers, the renderer has to be able to make. */
    private static void check(Config config) {
        new OriginResponseHandler(
                config,
                bucket -> {
                    throw new IllegalStateException("packaging fetches nothing from " + bucket);
                },
                Renderers.best(ConfiguredLimits.of(config)),
                new DerivationLog(line -> {}));
    }
}
