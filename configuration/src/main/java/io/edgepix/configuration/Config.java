package io.edgepix.configuration;

import io.edgepix.derivative.Cors;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Signing;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.derivative.UrlTemplate;
import java.util.List;

/**
 * What {@code edgepix.json} says; both functions ship the same file.
 *
 * @param sizes which sizes may be asked for, the presets' among them
 * @param presets sizes by name
 * @param urls forms of addresses that mean a derivative, the first that fits counts
 * @param extension what follows a key that ends with a dot, or empty
 * @param avif whether AVIF is offered to viewers that name it
 * @param background what stands behind transparency where the format has none, as 0xRRGGBB
 * @param maxBytes the largest original in bytes
 * @param maxPixels the largest original in pixels, width times height
 * @param maxFrames of how many frames an animation may be to stay one
 * @param lenient whether of an original that is cut short the readable part is served
 * @param placeholder the key of the picture shown with a 404, or empty
 * @param placeholderStatus the status with which it is shown, 404 or 200
 * @param caching the {@code cache-control} of every kind of answer
 * @param cors which pages of other origins may read pictures
 * @param contentSecurityPolicy the {@code content-security-policy} of originals that browsers run, such as SVG and HTML;
 *     empty for none
 * @param contentDisposition whether derivatives name the file that they are saved as
 * @param serverTiming whether an answer that was made says how long it took
 * @param expireAfterDays after how many days S3 deletes a derivative, 0 for never
 */
public record Config(
        SizePolicy sizes,
        Presets presets,
        List<UrlTemplate> urls,
        String extension,
        Hints hints,
        Signing signing,
        Fit defaultFit,
        boolean avif,
        Quality quality,
        int background,
        int maxBytes,
        int maxPixels,
        int maxFrames,
        boolean lenient,
        String placeholder,
        int placeholderStatus,
        Caching caching,
        Cors cors,
        String contentSecurityPolicy,
        boolean contentDisposition,
        boolean serverTiming,
        int expireAfterDays) {
    /** The part that the viewer-request function knows. */
    public Offer offer() {
        return new Offer(sizes, presets, urls, extension, hints, signing, defaultFit, avif, quality, cors);
    }

    /** Everything at its default, as for an empty file. */
    public static Config defaults() {
        return parse("{}");
    }

    /**
     * Reads {@code edgepix.json}.
     *
     * @throws ConfigException if the text is no JSON, a field is unknown, or a value is not allowed
     */
    public static Config parse(String json) {
        return ConfigReader.read(json, true);
    }

    /**
     * Reads one that {@link #parse} has read before: without its search for addresses that could be read in two ways, which
     * would be a part of every cold start.
     */
    public static Config parseAgain(String json) {
        return ConfigReader.read(json, false);
    }
}
