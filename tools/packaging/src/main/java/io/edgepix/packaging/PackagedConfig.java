package io.edgepix.packaging;

import io.edgepix.cli.ConfigFile;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.OriginResponseHandler;

/** The text of the {@code edgepix.json} that goes into the zips. */
final class PackagedConfig {
    private static final String DEFAULTS = "{}\n";

    private PackagedConfig() {}

    /**
     * Returns the text of the file, or all defaults if no file is given.
     *
     * @throws ConfigException if it cannot be read, or if a function would not start with it
     */
    static String text(ConfigFile file) {
        String text = file.text().orElse(DEFAULTS);
        return file.named(() -> {
            check(ConfigReader.read(text));
            return text;
        });
    }

    /** Checks that the renderer can write every format that is offered. */
    private static void check(Config config) {
        new OriginResponseHandler(
                config,
                bucket -> {
                    throw new IllegalStateException("packaging cannot fetch from " + bucket);
                },
                Renderers.best(ConfiguredLimits.of(config)),
                new DerivationLog(line -> {}));
    }
}
