package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Digits;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client hints that the offer uses: {@code Sec-CH-DPR} and {@code Sec-CH-Width} (Responsive Image Client Hints),
 * and {@code Save-Data}. Hints that are malformed or lead to a refusal are ignored.
 */
final class ClientHints {
    private ClientHints() {}

    /** Returns the ratio for a size if the URL has none. */
    static Dpr dpr(Offer offer, RuleInput request, Size size) {
        if (!offer.hints().dpr() || savesData(offer, request)) {
            return Dpr.ONE;
        }
        Dpr dpr = Dpr.hinted(request.dpr());
        Size hinted = offer.sizes().find(dpr.times(size.width()), dpr.times(size.height()));
        return hinted == null || hinted.width() * hinted.height() > Size.MAX_PADDED ? Dpr.ONE : dpr;
    }

    /** Returns the size for {@code d=auto}, in pixels of the screen; null if the client does not send its width. */
    static @Nullable Size width(Offer offer, RuleInput request) {
        Size otherwise = offer.hints().width();
        int width = Digits.parse(request.width(), Size.MAX_SIDE);
        return otherwise == null || width < 1 ? null : offer.sizes().ofWidth(width, otherwise);
    }

    /** Returns the quality if neither the URL nor a preset has one. It never exceeds the default of the format. */
    static int quality(Offer offer, RuleInput request, Format format) {
        int saved = offer.hints().saveData();
        return saved < offer.quality().of(format) && savesData(offer, request) ? saved : Quality.DEFAULT;
    }

    private static boolean savesData(Offer offer, RuleInput request) {
        return offer.hints().saveData() != Quality.DEFAULT
                && Ascii.lowerCase(request.saveData()).equals("on");
    }
}
