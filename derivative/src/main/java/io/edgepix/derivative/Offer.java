package io.edgepix.derivative;

import java.util.List;

/**
 * What viewers may ask for: the part of {@code edgepix.json} that the viewer-request function knows.
 *
 * @param sizes which sizes may be asked for, the presets' among them
 * @param presets sizes by name
 * @param urls forms of addresses that mean a derivative, the first that fits counts
 * @param extension what follows a key that ends with a dot, or empty
 * @param avif whether AVIF is offered to viewers that name it
 * @param cors which pages of other origins may read pictures
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
    /** The file beside {@code edgepix.json} in the viewer-request function, made of it while packaging. */
    public static final String FILE = "offer.txt";

    /**
     * Reads what packaging wrote: the offer in a form that takes no more than a few lines of code to read, unlike JSON with
     * all its complaints.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Offer parse(String text) {
        return new OfferReader(text).read();
    }

    /**
     * Whether a derivative may have this format because of who asked for it. One that may not can only have been asked
     * for by {@code f=}, and is the same for everybody.
     *
     * @param extension the original's, in lower case
     */
    public boolean mayNegotiate(Format format, String extension) {
        if (format == Format.AVIF) {
            return avif && !OriginalFamily.mayMove(extension);
        }
        return format == Format.WEBP || format == OriginalFamily.plainest(extension);
    }
}
