package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.imaging.Limits;

/** The limits of the renderer by the configuration. */
public final class ConfiguredLimits {
    private ConfiguredLimits() {}

    /** Returns the limits that a configuration sets. */
    public static Limits of(Config config) {
        return new Limits(config.maxBytes(), config.maxPixels(), config.maxFrames(), config.lenient());
    }
}
