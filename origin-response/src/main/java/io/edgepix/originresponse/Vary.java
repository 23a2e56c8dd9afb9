package io.edgepix.originresponse;

import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;
import java.util.ArrayList;
import java.util.List;

/** Which headers of a viewer may have led to a derivative, as HTTP's {@code vary} has them. */
final class Vary {
    private Vary() {}

    /** Empty where what was asked for by name is the same for everybody. */
    static String of(Derivative derivative, Offer offer) {
        List<String> headers = new ArrayList<>();
        if (offer.mayNegotiate(derivative.format(), derivative.original().extension())) {
            headers.add("Accept");
            headers.add("User-Agent");
        }
        Hints hints = offer.hints();
        if (hints.dpr()) {
            headers.add("Sec-CH-DPR");
        }
        if (hints.width() != null) {
            headers.add("Sec-CH-Width");
        }
        if (hints.saveData() != Quality.DEFAULT) {
            headers.add("Save-Data");
        }
        return String.join(", ", headers);
    }
}
