package io.edgepix.packaging;

import io.edgepix.cli.ConfigFile;
import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.imaging.Limits;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.StoreException;

/** The {@code edgepix.json} that goes into the zips, as it was written. */
final class PackagedConfig {
    private static final String DEFAULTS = "{}\n";

    private PackagedConfig() {}

    /**
     * Returns the text of the file, or every default if none is named.
     *
     * @throws ConfigException if it cannot be read, or if a function would not start with it
     */
    static String text(ConfigFile file) {
        String text = file.text().orElse(DEFAULTS);
        return file.named(() -> {
            check(Config.parse(text));
            return text;
        });
    }

    /** The renderer must be able to write every format that is offered. */
    private static void check(Config config) {
        new OriginResponseHandler(
                config,
                origin -> {
                    throw new StoreException(StoreException.Reason.FAILED, "nothing is fetched while packaging", null);
                },
                Renderers.best(Limits.of(config)),
                new Journal(line -> {}));
    }
}
