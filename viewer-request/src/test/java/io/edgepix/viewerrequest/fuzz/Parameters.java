package io.edgepix.viewerrequest.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Prints requested derivatives as query parameters. */
final class Parameters {
    private static final String IN_QUERY = "&%#+é ";

    private final RandomValues random;

    Parameters(RandomValues random) {
        this.random = random;
    }

    /** Returns each parameter once, in random order. */
    List<String> of(RequestedDerivative requested) {
        List<String> parameters = new ArrayList<>(List.of("d=" + value(size(requested))));
        if (requested.fit() != null) {
            parameters.add("fit=" + value(requested.fit()));
        }
        if (requested.point() != null) {
            parameters.add("fp="
                    + value(part(requested.point().x()) + ","
                            + part(requested.point().y())));
        }
        if (requested.format() != null) {
            String word = requested.format().equals("jpeg") && random.oneIn(2) ? "jpg" : requested.format();
            parameters.add("f=" + value(random.oneIn(4) ? word.toUpperCase(Locale.ROOT) : word));
        } else if (random.oneIn(8)) {
            parameters.add("f=" + value("auto"));
        }
        if (requested.quality() > 0) {
            parameters.add("q=" + value((random.oneIn(9) ? "00" : "") + requested.quality()));
        }
        if (requested.thousandths() > 0) {
            parameters.add("dpr=" + value(ratio(requested.thousandths())));
        }
        for (int i = parameters.size() - 1; i > 0; i--) {
            Collections.swap(parameters, i, random.below(i + 1));
        }
        return parameters;
    }

    private String size(RequestedDerivative requested) {
        if (requested.box() == null) {
            return "auto";
        }
        Box box = requested.requiredBox();
        if (box.height() == 0 && random.oneIn(3)) {
            return Integer.toString(box.width());
        }
        return random.oneIn(9) && !box.isFree() ? "0" + box.width() + "x0" + box.height() : box.toString();
    }

    private String ratio(int thousandths) {
        String text = String.format(Locale.ROOT, "%d.%03d", thousandths / 1000, thousandths % 1000);
        return random.oneIn(5) && thousandths < 10_000 ? text + "9" : text;
    }

    private static String part(int percent) {
        return String.format(Locale.ROOT, "%d.%02d", percent / 100, percent % 100);
    }

    private String value(String text) {
        return random.percentEncoded(text, IN_QUERY);
    }
}
