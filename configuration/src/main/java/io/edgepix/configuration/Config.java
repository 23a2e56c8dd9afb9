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
    /**
     * The largest original that is rendered.
     *
     * @param maxBytes of the file
     * @param maxPixels width times height
     * @param maxFrames of an animation; longer ones become a still picture
     * @param lenient whether the readable part of a truncated original is served
     */
    public record OriginalLimits(int maxBytes, int maxPixels, int maxFrames, boolean lenient) {}

    /**
     * Headers of answers that the configuration decides on.
     *
     * @param contentSecurityPolicy the {@code content-security-policy} of originals that browsers run, such as SVG and HTML
     * @param contentDisposition whether derivatives have a file name for saving
     * @param serverTiming whether answers that were rendered have their duration
     */
    public record HeaderOptions(
            boolean contentDisposition, Optional<String> contentSecurityPolicy, boolean serverTiming) {}
}
