package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.OriginalLimits;
import io.edgepix.imaging.model.Limits;

/** Converts the limits of a configuration to those of the renderer. */
public final class ConfiguredLimits {
    /** A container has no viewer who waits, and no limit of a function's time. */
    private static final int CONTAINER_TIME_FACTOR = 30;

    /** The function has 120 s, and more processors. */
    private static final int BIG_TIME_FACTOR = 10;

    private ConfiguredLimits() {}

    /** Returns the limits that a configuration sets for functions. */
    public static Limits of(Config config) {
        return of(config.limits());
    }

    /** Returns the limits that a configuration sets for the larger function, where decoding may take more time. */
    public static Limits big(Config config) {
        return of(config.big()).withTimeFactor(BIG_TIME_FACTOR);
    }

    /** Returns the limits that a configuration sets for the container, where decoding may take more time. */
    public static Limits container(Config config) {
        return of(config.pregeneration().container()).withTimeFactor(CONTAINER_TIME_FACTOR);
    }

    private static Limits of(OriginalLimits limits) {
        return new Limits(limits.maxBytes(), limits.maxPixels(), limits.maxFrames(), limits.lenient());
    }
}
