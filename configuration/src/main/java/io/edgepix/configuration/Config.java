package io.edgepix.configuration;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import java.util.Optional;

/**
 * The content of {@code edgepix.json}, which is part of both functions.
 *
 * @param offer the requests that viewers may send
 * @param limits the limits of originals that are rendered
 * @param background the colour behind transparency in formats without alpha, as 0xRRGGBB
 * @param placeholder the key of the picture that replaces a missing one
 * @param placeholderStatus the status of the placeholder, 404 or 200
 * @param caching the {@code cache-control} of every kind of answer
 * @param headers the configurable headers of answers
 * @param expireAfterDays the days until S3 deletes a derivative, 0 for never
 * @param avif the rendering of AVIF at the edge
 * @param pregeneration the derivatives that are rendered before a viewer asks for them
 * @param big the limits of originals that the second function of a regional stack renders
 * @param documents the PDFs that the worker renders from templates
 */
public record Config(
        Offer offer,
        OriginalLimits limits,
        int background,
        Optional<Key> placeholder,
        int placeholderStatus,
        Caching caching,
        HeaderOptions headers,
        int expireAfterDays,
        AvifOptions avif,
        Pregeneration pregeneration,
        OriginalLimits big,
        Documents documents) {
    /**
     * The configurable headers of answers.
     *
     * @param contentSecurityPolicy the {@code content-security-policy} of originals that browsers run, such as SVG and
     *     HTML
     * @param contentDisposition whether derivatives have a file name for saving
     * @param serverTiming whether answers that were rendered report the time it took
     */
    public record HeaderOptions(
            boolean contentDisposition, Optional<String> contentSecurityPolicy, boolean serverTiming) {}

    /** Returns this configuration with other limits of originals. */
    public Config withLimits(OriginalLimits other) {
        return new Config(
                offer,
                other,
                background,
                placeholder,
                placeholderStatus,
                caching,
                headers,
                expireAfterDays,
                avif,
                pregeneration,
                big,
                documents);
    }
}
