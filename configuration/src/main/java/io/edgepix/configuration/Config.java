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
        int expireAfterDays) {}
