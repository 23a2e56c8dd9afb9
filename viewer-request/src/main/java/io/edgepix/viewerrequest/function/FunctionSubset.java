package io.edgepix.viewerrequest.function;

import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;
import java.util.ArrayList;
import java.util.List;

/** The fields of {@code edgepix.json} that the viewer-request function does not know, as there is no room for them. */
public final class FunctionSubset {
    /** What is wrong with such a field, and what to do. */
    public static final String UNKNOWN =
            "expected none, as a CloudFront Function does not support it; leave it out, or use --viewer-request edge";

    private FunctionSubset() {}

    /** Returns the fields of an offer that the function does not know. */
    public static List<String> unknownFields(Offer offer) {
        List<String> fields = new ArrayList<>();
        if (!offer.urls().isEmpty()) {
            fields.add("urls");
        }
        if (offer.hints().dpr()
                || offer.hints().width() != null
                || offer.hints().saveData() != Quality.DEFAULT) {
            fields.add("clientHints");
        }
        if (offer.signing().isOn()) {
            fields.add("signing");
        }
        return fields;
    }

    static void check(Offer offer) {
        List<String> fields = unknownFields(offer);
        if (!fields.isEmpty()) {
            throw new FunctionException("edgepix.json: " + String.join(", ", fields) + ": " + UNKNOWN);
        }
    }
}
