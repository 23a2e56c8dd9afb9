package io.edgepix.derivation;

import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code Vary} header of derivatives. It lists the request headers that may have led to a derivative. */
final class Vary {
    private Vary() {}

    /** Returns the header's value; empty if all clients get the same derivative. */
    static Optional<String> of(Derivative derivative, Offer offer) {
        List<String> names = new ArrayList<>();
        if (offer.mayNegotiate(derivative.format(), derivative.original().extension())) {
            names.add("Accept");
            names.add("User-Agent");
        }
        Hints hints = offer.hints();
        if (hints.dpr()) {
            names.add("Sec-CH-DPR");
        }
        if (hints.width() != null) {
            names.add("Sec-CH-Width");
        }
        if (hints.saveData() != Quality.DEFAULT) {
            names.add("Save-Data");
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
