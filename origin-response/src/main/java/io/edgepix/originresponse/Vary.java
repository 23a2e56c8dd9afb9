package io.edgepix.originresponse;

import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Negotiation;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;

/** Which headers of a viewer may have led to a derivative, as HTTP's {@code vary} has them. */
final class Vary {
    private Vary() {}

    /** Empty where its format can only have been asked for by name. */
    static String of(Derivative derivative, Offer offer) {
        if (!Negotiation.mayChoose(derivative.format(), derivative.original().extension(), offer)) {
            return "";
        }
        Hints hints = offer.hints();
        return "Accept, User-Agent"
                + (hints.dpr() ? ", Sec-CH-DPR" : "")
                + (hints.width() == null ? "" : ", Sec-CH-Width")
                + (hints.saveData() == Quality.DEFAULT ? "" : ", Save-Data");
    }
}
