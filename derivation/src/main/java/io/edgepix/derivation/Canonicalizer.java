package io.edgepix.derivation;

import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.Plan;
import io.edgepix.imaging.model.RenderRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses the derivative to store for all derivatives that show the same picture. No picture is enlarged. Without this
 * choice, the bucket would store a small original once for each larger box.
 */
final class Canonicalizer {
    private static final List<Fit> FITS = List.of(Fit.CONTAIN, Fit.COVER, Fit.FILL);

    private final SizePolicy sizes;
    private final PathGrammar grammar;
    private final Function<Derivative, RenderRequest> renderRequest;

    /**
     * Creates a canonicalizer for a policy.
     *
     * @param renderRequest returns the request that renders a derivative
     */
    Canonicalizer(SizePolicy sizes, PathGrammar grammar, Function<Derivative, RenderRequest> renderRequest) {
        this.sizes = sizes;
        this.grammar = grammar;
        this.renderRequest = renderRequest;
    }

    /** Returns the derivative to store. It has the size and fit of the request if the original is reduced or padded. */
    Derivative canonical(Derivative requested, Dimensions original) {
        Plan plan = plan(requested, original);
        Derivative first = withoutUnusedFocus(requested, plan, original);
        if (!plan.isOriginalSize()
                || (requested.fit() == Fit.PAD && !requested.size().isFree())) {
            return first;
        }
        for (Size size : OfferedSizes.of(sizes, plan.width(), plan.height())) {
            if (area(size) <= area(first.size())) {
                first = first(first, size, plan, original);
            }
        }
        return first;
    }

    private Plan plan(Derivative derivative, Dimensions original) {
        return Plan.of(original, renderRequest.apply(derivative));
    }

    /**
     * Removes the focus along the axis that is not cut. Only one axis is cut; along the other, the focus has no effect.
     */
    private Derivative withoutUnusedFocus(Derivative requested, Plan plan, Dimensions original) {
        Focus focus = requested.focus();
        // The first comparison of two records takes 6 ms, and most requests have no focus.
        if (focus.isCentre()) {
            return requested;
        }
        Focus centre = Focus.CENTRE;
        for (Focus other : List.of(centre, new Focus(centre.x(), focus.y()), new Focus(focus.x(), centre.y()))) {
            Derivative derivative = with(requested.size(), requested.fit(), other, requested);
            if (plan(derivative, original).equals(plan)) {
                return derivative;
            }
        }
        return requested;
    }

    private Derivative first(Derivative first, Size size, Plan plan, Dimensions original) {
        Derivative best = first;
        for (Fit fit : FITS) {
            Derivative other = with(size, fit, first.focus(), first);
            if (compare(other, best) < 0 && plan(other, original).equals(plan)) {
                best = other;
            }
        }
        return best;
    }

    /**
     * Orders derivatives: the smallest box comes first, and a free side counts as the longest possible one. The
     * functions of {@link java.util.Comparator} would generate classes in each cold start.
     */
    private static int compare(Derivative one, Derivative other) {
        int areas = Long.compare(area(one.size()), area(other.size()));
        int widths = Integer.compare(one.size().width(), other.size().width());
        int heights = Integer.compare(one.size().height(), other.size().height());
        if (areas != 0) {
            return areas;
        }
        if (widths != 0) {
            return widths;
        }
        return heights != 0 ? heights : one.fit().compareTo(other.fit());
    }

    /** Returns the derivative with other options, or the derivative itself if that key would be too long. */
    private Derivative with(Size size, Fit fit, Focus focus, Derivative derivative) {
        try {
            return grammar.admit(
                    size.width(),
                    size.height(),
                    fit,
                    focus,
                    derivative.quality(),
                    derivative.format(),
                    derivative.original());
        } catch (MalformedException e) {
            return derivative;
        }
    }

    private static long area(Size size) {
        long width = size.width() == 0 ? Size.MAX_SIDE : size.width();
        long height = size.height() == 0 ? Size.MAX_SIDE : size.height();
        return width * height;
    }
}
