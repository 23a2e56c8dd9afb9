package io.edgepix.packaging;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.ConfigException;
import io.edgepix.derivative.ConfigText;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.Renderers;
import io.edgepix.originresponse.Journal;
import io.edgepix.originresponse.OriginResponseHandler;
import io.edgepix.originresponse.store.StoreException;
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
                origin -> {
                    throw new StoreException(StoreException.Reason.FAILED, "nothing is fetched while packaging", null);
                },
                Renderers.best(Limits.of(config)),
                new Journal(line -> {}));
    }
}
