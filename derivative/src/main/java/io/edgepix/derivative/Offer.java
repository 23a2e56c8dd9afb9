package io.edgepix.derivative;

/**
 * What viewers may ask for: the part of {@code edgepix.json} that the viewer-request function knows.
 *
 * @param sizes which sizes may be asked for, the presets' among them
 * @param presets sizes by name
 * @param avif whether AVIF is offered to viewers that name it
 */
public record Offer(SizePolicy sizes, Named<Preset> presets, Fit defaultFit, boolean avif, Quality quality) {
    /** The file beside {@code edgepix.json} in the viewer-request function, made of it while packaging. */
    public static final String FILE = "offer.txt";

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Offer parse(String text) {
        return new OfferReader(text).read();
    }

    /**
     * The offer in a form that takes no more than a few lines of code to read, unlike JSON with all its complaints: lines
     * of a name and of words.
     */
    public String text() {
        return OfferWriter.write(this);
    }
}
