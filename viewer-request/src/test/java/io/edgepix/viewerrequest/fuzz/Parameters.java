package io.edgepix.viewerrequest.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A wish as the parameters of a query string. */
final class Parameters {
    private static final String IN_QUERY = "&%#+é ";

    private final Dice dice;

    Parameters(Dice dice) {
        this.dice = dice;
    }

    /** Each parameter once, in any order. */
    List<String> of(Wish wish) {
        List<String> parameters = new ArrayList<>(List.of("d=" + value(size(wish))));
        if (wish.fit() != null) {
            parameters.add("fit=" + value(wish.fit()));
        }
        if (wish.point() != null) {
            parameters.add("fp="
                    + value(part(wish.point().x()) + "," + part(wish.point().y())));
        }
        if (wish.format() != null) {
            String word = wish.format().equals("jpeg") && dice.oneIn(2) ? "jpg" : wish.format();
            parameters.add("f=" + value(dice.oneIn(4) ? word.toUpperCase(Locale.ROOT) : word));
        } else if (dice.oneIn(8)) {
            parameters.add("f=" + value("auto"));
        }
        if (wish.quality() > 0) {
            parameters.add("q=" + value((dice.oneIn(9) ? "00" : "") + wish.quality()));
        }
        if (wish.thousandths() > 0) {
            parameters.add("dpr=" + value(ratio(wish.thousandths())));
        }
        for (int i = parameters.size() - 1; i > 0; i--) {
            Collections.swap(parameters, i, dice.below(i + 1));
        }
        return parameters;
    }

    private String size(Wish wish) {
        if (wish.asked() == null) {
            return "auto";
        }
        Box box = wish.box();
        if (box.height() == 0 && dice.oneIn(3)) {
            return Integer.toString(box.width());
        }
        return dice.oneIn(9) && !box.isFree() ? "0" + box.width() + "x0" + box.height() : box.toString();
    }

    private String ratio(int thousandths) {
        String text = String.format(Locale.ROOT, "%d.%03d", thousandths / 1000, thousandths % 1000);
        return dice.oneIn(5) && thousandths < 10_000 ? text + "9" : text;
    }

    private static String part(int percent) {
        return String.format(Locale.ROOT, "%d.%02d", percent / 100, percent % 100);
    }

    private String value(String text) {
        return dice.spelled(text, IN_QUERY);
    }
}
