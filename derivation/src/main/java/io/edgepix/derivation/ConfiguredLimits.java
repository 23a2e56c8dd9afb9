package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.OriginalLimits;
import io.edgepix.imaging.model.Limits;

/** Converts the limits of a configuration to those of the renderer. */
public final class ConfiguredLimits {
    private ConfiguredLimits() {}

    /** Returns the limits that a configuration sets. */
    public static Limits of(Config config) {
        OriginalLimits limits = config.limits();
        return new Limits(limits.maxBytes(), limits.maxPixels(), limits.maxFrames(), limits.lenient());
    }
}
