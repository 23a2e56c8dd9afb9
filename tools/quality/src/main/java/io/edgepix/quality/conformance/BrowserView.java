package io.edgepix.quality.conformance;

import io.edgepix.comparison.picture.Lanczos;
import io.edgepix.comparison.picture.Pixels;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The browser's view of one original. Not thread-safe. */
final class BrowserView {
    private static final String SLOT = "browser";
    private static final int ROUNDED = 1;
    private static final double HALF = 0.5;

    /**
     * The comparison of a derivative with the browser.
     *
     * @param comparison null if the browser cannot display the original
     * @param error null if the browser displays the original
     * @param derivative the derivative from the browser's pixels, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Opinion(
            @Nullable Comparison comparison, @Nullable String error, byte @Nullable [] derivative) {
        static final Opinion NONE = new Opinion(null, null, null);
    }

    private final Browser browser;
    private final SharpPeer sharp;
    private final HttpOriginal original;
    private Browser.@Nullable Drawing whole;
    private @Nullable String error;
    private @Nullable Pixels reduced;

    BrowserView(Browser browser, SharpPeer sharp, HttpOriginal original) {
        this.browser = browser;
        this.sharp = sharp;
        this.original = original;
    }

    /** Returns an opinion without an error if the browser displays the original. */
    Opinion ofOriginal() {
        try {
            whole();
            return Opinion.NONE;
        } catch (IOException e) {
            return new Opinion(null, String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * Compares the first frame of a derivative. The browser's pixels are encoded as ours are, so that the encoding has
     * no influence.
     */
    Opinion of(DecodedInfo decoded, Pixels ours, Case variant) {
        try {
            Browser.Drawing drawing = whole();
            String expected = expected(drawing, decoded, variant);
            if (expected != null) {
                String fault = "dimensions " + decoded.width() + "x" + decoded.height() + " against " + expected;
                return new Opinion(new Comparison(null, List.of(fault)), null, null);
            }
            byte[] derivative = sharp.encode(at(drawing, decoded.width(), decoded.height()), variant);
            DecodedInfo theirs = sharp.decode(SLOT, derivative);
            return new Opinion(Comparison.of(Similarity.of(ours, sharp.frame(SLOT, theirs, 0))), null, derivative);
        } catch (IOException e) {
            return new Opinion(null, String.valueOf(e.getMessage()), null);
        }
    }

    private Browser.Drawing whole() throws IOException {
        if (error != null) {
            throw new IOException(error);
        }
        if (whole == null) {
            try {
                whole = browser.draw(original, 0, 0);
            } catch (IOException e) {
                error = String.valueOf(e.getMessage());
                throw e;
            }
        }
        return whole;
    }

    /** Returns the dimensions that the derivative should have, if its own differ by more than rounding. */
    private @Nullable String expected(Browser.Drawing drawing, DecodedInfo decoded, Case variant) {
        if (original.vector()) {
            return hasAspect(drawing, decoded) ? null : "an aspect of " + natural(drawing);
        }
        double scale = Math.min(
                1,
                Math.min(
                        (double) variant.width() / drawing.naturalWidth(),
                        (double) variant.height() / drawing.naturalHeight()));
        long width = Math.max(1, Math.round(drawing.naturalWidth() * scale));
        long height = Math.max(1, Math.round(drawing.naturalHeight() * scale));
        boolean isAsLarge =
                Math.abs(width - decoded.width()) <= ROUNDED && Math.abs(height - decoded.height()) <= ROUNDED;
        return isAsLarge ? null : width + "x" + height;
    }

    /** Compares only the aspect, for a vector, which is drawn at any size. The browser reports whole pixels. */
    private static boolean hasAspect(Browser.Drawing drawing, DecodedInfo decoded) {
        double least = (drawing.naturalWidth() - HALF) / (drawing.naturalHeight() + HALF);
        double most = (drawing.naturalWidth() + HALF) / (drawing.naturalHeight() - HALF);
        return decoded.width() + ROUNDED >= least * (decoded.height() - ROUNDED)
                && decoded.width() - ROUNDED <= most * (decoded.height() + ROUNDED);
    }

    private static String natural(Browser.Drawing drawing) {
        return drawing.naturalWidth() + "x" + drawing.naturalHeight();
    }

    private Pixels at(Browser.Drawing drawing, int width, int height) throws IOException {
        if (reduced == null || reduced.width() != width || reduced.height() != height) {
            reduced = original.vector()
                    ? browser.draw(original, width, height).pixels()
                    : Lanczos.reduce(drawing.pixels(), width, height);
        }
        return reduced;
    }
}
