package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Pregeneration.Encoding;
import io.edgepix.imaging.model.Effort;

/** Converts the efforts of a configuration to those of the renderer. */
public final class ConfiguredEffort {
    private ConfiguredEffort() {}

    /** Returns the effort of derivatives that a viewer waits for. */
    public static Effort onRequest(Config config) {
        return new Effort(false, config.avif().effort());
    }

    /** Returns the effort of derivatives that nobody waits for. */
    public static Effort inBackground(Config config) {
        Encoding encoding = config.pregeneration().encoding();
        return new Effort(encoding.mozjpeg(), encoding.avifEffort());
    }
}
