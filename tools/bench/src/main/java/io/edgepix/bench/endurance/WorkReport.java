package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The work of several processes, by their logs.
 *
 * @param renderings the derivatives that were rendered
 * @param derivatives the distinct ones among them
 * @param decodings the originals that were decoded, once for each process
 * @param originals the distinct ones among them
 * @param megabytes the largest memory of a process
 */
record WorkReport(int processes, int renderings, int derivatives, int decodings, int originals, double megabytes) {
    static WorkReport of(List<ChildJava> processes) throws IOException {
        Set<String> derivatives = new HashSet<>();
        Set<String> originals = new HashSet<>();
        int renderings = 0;
        int decodings = 0;
        double megabytes = 0;
        for (ChildJava process : processes) {
            Set<String> decoded = new HashSet<>();
            List<String> made = process.log().made();
            made.forEach(
                    path -> decoded.add(DerivativeKeys.originalOf(new Key(path)).value()));
            derivatives.addAll(made);
            originals.addAll(decoded);
            renderings += made.size();
            decodings += decoded.size();
            megabytes = Math.max(megabytes, process.peakMegabytes());
        }
        return new WorkReport(processes.size(), renderings, derivatives.size(), decodings, originals.size(), megabytes);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d processes rendered %d derivatives %d times (%.2f %% repeated) and decoded %d originals %d times,"
                        + " with at most %.0f MB",
                processes,
                derivatives,
                renderings,
                repeatedPercent(),
                originals,
                decodings,
                megabytes);
    }

    private double repeatedPercent() {
        return 100.0 * (renderings - derivatives) / Math.max(1, derivatives);
    }

    /**
     * Checks the limits.
     *
     * @throws BenchException if one is exceeded
     */
    void require(double mostRepeatedPercent, double mostMegabytes) {
        if (repeatedPercent() >= mostRepeatedPercent) {
            throw new BenchException(
                    "expected less than " + mostRepeatedPercent + " % repeated renderings: " + sentence());
        }
        if (megabytes >= mostMegabytes) {
            throw new BenchException("expected less than " + mostMegabytes + " MB: " + sentence());
        }
    }
}
