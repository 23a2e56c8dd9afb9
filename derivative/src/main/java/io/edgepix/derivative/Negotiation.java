package io.edgepix.derivative;

/** What may come of the choice of a format by the headers of a client; not compiled to JavaScript. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * Whether a derivative may have this format because of who asked for it. One that may not can only have been asked
     * for by {@code f=}, and is the same for everybody.
     *
     * @param extension the original's, in lower case
     */
    public static boolean mayChoose(Format format, String extension, Offer offer) {
        return switch (format) {
            case WEBP -> true;
            case AVIF -> offer.avif() && !OriginalFamily.mayMove(extension);
            case JPEG, PNG, GIF -> format == OriginalFamily.plainest(extension);
        };
    }
}
