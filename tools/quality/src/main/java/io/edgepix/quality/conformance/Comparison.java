package io.edgepix.quality.conformance;

import io.edgepix.comparison.picture.Pixels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The differences between our derivative and the peer's.
 *
 * @param similarity the similarity of the worst frames, or null if the dimensions differ too much
 * @param faults one phrase for each fault; empty if everything is within the limits
 */
record Comparison(@Nullable Similarity similarity, List<String> faults) {
    private static final int ROUNDED = 1;

    /** Access to the frames of both sides. */
    interface Frames {
        Pixels ours(int frame) throws IOException;

        Pixels theirs(int frame) throws IOException;
    }

    private record Pair(int ours, int theirs) {}

    /** Tells whether both have equal dimensions, except for rounding. */
    static boolean isAsLarge(DecodedInfo ours, DecodedInfo theirs) {
        return Math.abs(ours.width() - theirs.width()) <= ROUNDED
                && Math.abs(ours.height() - theirs.height()) <= ROUNDED;
    }

    /** Returns the comparison of dimensions that differ too much. */
    static Comparison ofSizes(DecodedInfo ours, DecodedInfo theirs) {
        return new Comparison(null, List.of("dimensions " + dimensions(ours) + " against " + dimensions(theirs)));
    }

    private static String dimensions(DecodedInfo decoded) {
        return decoded.width() + "x" + decoded.height();
    }

    /** Compares the frames that are shown at the same time. Both sides have equal dimensions. */
    static Comparison of(DecodedInfo ours, DecodedInfo theirs, Frames frames) throws IOException {
        List<String> faults = new ArrayList<>(timing(ours, theirs));
        Similarity worst = Similarity.EQUAL;
        for (Pair pair : pairs(ours, theirs)) {
            worst = worst.orWorse(Similarity.of(frames.ours(pair.ours), frames.theirs(pair.theirs)));
        }
        faults.addAll(of(worst).faults);
        return new Comparison(worst, faults);
    }

    /** Compares still pictures of equal dimensions. */
    static Comparison of(Similarity similarity) {
        List<String> faults = new ArrayList<>();
        if (similarity.ssim() < Similarity.LEAST_SSIM) {
            faults.add(String.format(Locale.ROOT, "SSIM %.4f", similarity.ssim()));
        }
        if (similarity.deltaE() > Similarity.MOST_DELTA_E) {
            faults.add(String.format(Locale.ROOT, "deltaE %.2f", similarity.deltaE()));
        }
        return new Comparison(similarity, faults);
    }

    /** Tells whether everything is within the limits. */
    boolean isGood() {
        return faults.isEmpty();
    }

    /** Returns the faults as text. */
    String words() {
        return String.join(", ", faults);
    }

    /** Compares durations instead of the number of frames, since encoders may merge equal frames. */
    private static List<String> timing(DecodedInfo ours, DecodedInfo theirs) {
        List<String> faults = new ArrayList<>();
        if (ours.frames() == 1 && theirs.frames() == 1) {
            return faults;
        }
        if (ours.frames() == 1 || theirs.frames() == 1) {
            faults.add("frames " + ours.frames() + " against " + theirs.frames());
        } else if (ours.duration() != theirs.duration()) {
            faults.add("duration " + ours.duration() + " ms against " + theirs.duration());
        }
        if (ours.frames() > 1 && theirs.frames() > 1 && ours.loops() != theirs.loops()) {
            faults.add("loops " + ours.loops() + " against " + theirs.loops());
        }
        return faults;
    }

    private static Set<Pair> pairs(DecodedInfo ours, DecodedInfo theirs) {
        Set<Pair> pairs = new LinkedHashSet<>();
        if (ours.frames() == 1 || theirs.frames() == 1) {
            pairs.add(new Pair(0, 0));
            return pairs;
        }
        for (int frame = 0; frame < ours.frames(); frame++) {
            pairs.add(new Pair(frame, theirs.at(ours.middle(frame))));
        }
        for (int frame = 0; frame < theirs.frames(); frame++) {
            pairs.add(new Pair(ours.at(theirs.middle(frame)), frame));
        }
        return pairs;
    }
}
