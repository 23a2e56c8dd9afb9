package io.edgepix.configuration;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import java.util.Optional;

/**
 * The content of {@code edgepix.json}, which both functions ship.
 *
 * @param offer what viewers may ask for
 * @param limits the largest original that is rendered
 * @param background the colour behind transparency in formats without alpha, as 0xRRGGBB
 * @param placeholder the key of the picture that is shown with a 404
 * @param placeholderStatus the status of the placeholder, 404 or 200
 * @param caching the {@code cache-control} of every kind of answer
 * @param headers which other headers answers have
 * @param expireAfterDays after how many days S3 deletes a derivative, 0 for never
 */
public record Config(
        Offer offer,
        OriginalLimits limits,
        int background,
        Optional<Key> placeholder,
        int placeholderStatus,
        Caching caching,
        HeaderOptions headers,
        int expireAfterDays) {
    /** Returns the configuration with every field at its default, as for an empty file. */
    public static Config defaults() {
        return parse("{}");
    }

    /**
     * Reads {@code edgepix.json}.
     *
     * @throws ConfigException if the text is not JSON, a field is unknown, or a value is not allowed
     */
    public static Config parse(String json) {
        return ConfigReader.read(json, Check.EVERYTHING);
    }

    /**
     * Reads a text that {@link #parse} has accepted before. It skips the search for URLs that could be read in two ways,
     * which would be a part of every cold start.
     */
    public static Config parseAgain(String json) {
        return ConfigReader.read(json, Check.FIELDS);
    }

    /** How much of a configuration is checked. */
    enum Check {
        /** Each field, and that no URL can be read in two ways. */
        EVERYTHING,
        /** Each field on its own. */
        FIELDS
    }
}
