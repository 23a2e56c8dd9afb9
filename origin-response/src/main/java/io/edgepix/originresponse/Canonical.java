package io.edgepix.originresponse;

import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.OfferedSizes;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.imaging.model.Plan;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.Upright;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses one derivative to be stored for all that are the same picture because the original is no larger than their
 * boxes: no picture is enlarged, so a policy with many large sizes would otherwise store a small one many times.
 */
final class Canonical {
    private static final List<Fit> FITS = List.of(Fit.CONTAIN, Fit.COVER, Fit.FILL);

    /** The smallest box first, a free side counting as the longest there is. */
    private static final Comparator<Derivative> ORDER = Comparator.<Derivative>comparingLong(
                    derivative -> area(derivative.size()))
            .thenComparingInt(derivative -> derivative.size().width())
            .thenComparingInt(derivative -> derivative.size().height())
            .thenComparing(Derivative::fit);

    private final SizePolicy sizes;
    private final PathGrammar grammar;
    private final Function<Derivative, RenderRequest> wish;

    /**
     * Under a configuration.
     *
     * @param wish what is asked of the renderer for a derivative
     */
    Canonical(SizePolicy sizes, PathGrammar grammar, Function<Derivative, RenderRequest> wish) {
        this.sizes = sizes;
        this.grammar = grammar;
        this.wish = wish;
    }

    /** The derivative that is stored: of the size and fit asked for where the original is made smaller, or padded. */
    Derivative of(Derivative asked, Upright original) {
        Plan plan = original.plan(wish.apply(asked));
        Derivative first = focused(asked, plan, original);
        boolean free = asked.size().width() == 0 || asked.size().height() == 0;
        if (!plan.isOriginalSize() || (asked.fit() == Fit.PAD && !free)) {
            return first;
        }
        for (Size size : OfferedSizes.of(sizes, plan.width(), plan.height())) {
            if (area(size) <= area(first.size())) {
                first = first(first, size, plan, original);
            }
        }
        return first;
    }

    /** Only one axis is cut, so what the focus says of the other one makes no difference. */
    private Derivative focused(Derivative asked, Plan plan, Upright original) {
        Focus focus = asked.focus();
        Focus middle = Focus.CENTRE;
        for (Focus other : List.of(middle, new Focus(middle.x(), focus.y()), new Focus(focus.x(), middle.y()))) {
            Derivative same = with(asked.size(), asked.fit(), other, asked);
            if (original.plan(wish.apply(same)).equals(plan)) {
                return same;
            }
        }
        return asked;
    }

    private Derivative first(Derivative first, Size size, Plan plan, Upright original) {
        Derivative found = first;
        for (Fit fit : FITS) {
            Derivative other = with(size, fit, first.focus(), first);
            if (ORDER.compare(other, found) < 0
                    && original.plan(wish.apply(other)).equals(plan)) {
                found = other;
            }
        }
        return found;
    }

    /** The same one where the key would be too long. */
    private Derivative with(Size size, Fit fit, Focus focus, Derivative asked) {
        try {
            return grammar.admit(
                    size.width(), size.height(), fit, focus, asked.quality(), asked.format(), asked.original());
        } catch (MalformedException e) {
            return asked;
        }
    }

    private static long area(Size size) {
        long width = size.width() == 0 ? Size.MAX_SIDE : size.width();
        long height = size.height() == 0 ? Size.MAX_SIDE : size.height();
        return width * height;
    }
}
