package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Digits;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself, where that counts: {@code Sec-CH-DPR} and {@code Sec-CH-Width} (Responsive Image Client
 * Hints) and {@code Save-Data}. What is malformed, or would be refused, is as if it were not said.
 */
final class ClientHints {
    private ClientHints() {}

    /** The ratio for a size where the address has none. */
    static Dpr dpr(Offer offer, ViewerRequest request, Size size) {
        if (!offer.hints().dpr() || savesData(offer, request)) {
            return Dpr.ONE;
        }
        Dpr dpr = Dpr.hinted(request.dpr());
        Size hinted = offer.sizes().find(dpr.times(size.width()), dpr.times(size.height()));
        return hinted == null || hinted.width() * hinted.height() > Size.MAX_PADDED ? Dpr.ONE : dpr;
    }

    /** The size of {@code d=auto}, in pixels of the screen; null where the client does not say how wide. */
    static @Nullable Size width(Offer offer, ViewerRequest request) {
        Size otherwise = offer.hints().width();
        int width = Digits.parse(request.width(), Size.MAX_SIDE);
        return otherwise == null || width < 1 ? null : offer.sizes().ofWidth(width, otherwise);
    }

    /** The quality where neither the address nor a preset has one; never better than the format's own. */
    static int quality(Offer offer, ViewerRequest request, Format format) {
        int saved = offer.hints().saveData();
        return saved < offer.quality().of(format) && savesData(offer, request) ? saved : Quality.DEFAULT;
    }

    private static boolean savesData(Offer offer, ViewerRequest request) {
        return offer.hints().saveData() != Quality.DEFAULT
                && Ascii.lowerCase(request.saveData()).equals("on");
    }
}
