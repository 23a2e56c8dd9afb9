package io.edgepix.derivative;

import java.util.List;

/**
 * The requests that viewers may send: the part of {@code edgepix.json} that the viewer-request function needs.
 *
 * @param sizes the sizes on offer, including those of the presets
 * @param presets sizes with a name
 * @param urls templates of URLs that request a derivative; the first one that matches applies
 * @param extension completes a key that ends with a dot; may be empty
 * @param avif whether viewers that accept AVIF get it
 * @param cors the pages of other origins that may read pictures
 */
public record Offer(
        SizePolicy sizes,
        Presets presets,
        List<UrlTemplate> urls,
        String extension,
        Hints hints,
        Signing signing,
        Fit defaultFit,
        boolean avif,
        Quality quality,
        Cors cors) {
    /** The file with the offer in the viewer-request function; packaging writes it. */
    public static final String FILE = "offer.txt";

    /**
     * Tells whether the format may be the result of content negotiation. Clients get any other format only by
     * {@code f=}, which has the same effect for all clients.
     *
     * @param extension of the original, in lower case
     */
    public boolean mayNegotiate(Format format, String extension) {
        if (format == Format.AVIF) {
            return avif && !OriginalFamily.mayBeAnimated(extension);
        }
        return format == Format.WEBP || format == OriginalFamily.plainest(extension);
    }
}
