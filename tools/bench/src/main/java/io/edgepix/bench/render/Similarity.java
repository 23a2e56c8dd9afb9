package io.edgepix.bench.render;

import io.edgepix.comparison.picture.Backdrop;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.comparison.picture.Ssim;
import io.edgepix.comparison.picture.Ssimulacra2;
import io.edgepix.derivative.Format;
import java.util.List;

/** A measure of the similarity of a derivative to a reference. Higher is better. */
public enum Similarity {
    /** SSIM in decibels, of red, green, blue and alpha. */
    SSIM {
        @Override
        public double of(Pixels derivative, Pixels reference) {
            return Ssim.decibels(derivative, reference);
        }
    },
    /** SSIMULACRA 2, on grey. */
    SSIMULACRA2 {
        @Override
        public double of(Pixels derivative, Pixels reference) {
            return Ssimulacra2.score(Backdrop.under(derivative, GREY), Backdrop.under(reference, GREY));
        }
    };

    private static final int GREY = 128;

    /** Returns the similarity of two pictures of equal dimensions. */
    public abstract double of(Pixels derivative, Pixels reference);

    /** Returns the measures by which derivatives of a format are compared. */
    public static List<Similarity> of(Format format) {
        return format == Format.AVIF ? List.of(SSIM, SSIMULACRA2) : List.of(SSIM);
    }
}
