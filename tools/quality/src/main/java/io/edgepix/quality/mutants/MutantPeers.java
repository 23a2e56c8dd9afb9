package io.edgepix.quality.mutants;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import io.edgepix.quality.worker.RenderJob;
import io.edgepix.quality.worker.RenderOutcome;
import io.edgepix.quality.worker.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The child processes that one thread uses. */
record MutantPeers(Worker worker, SecondDecoder decoder, Map<String, Set<Format>> engines) implements AutoCloseable {
    /** Renders a mutant with each renderer, as WebP if a renderer cannot write the format. */
    List<MutantResult> render(Mutant mutant) throws IOException {
        List<MutantResult> results = new ArrayList<>();
        for (Map.Entry<String, Set<Format>> engine : engines.entrySet()) {
            boolean writes = engine.getValue().contains(mutant.request().format());
            RenderJob job = mutant.request().job(engine.getKey(), Format.WEBP, writes);
            results.add(complete(result(mutant, engine.getKey(), render(mutant, job)), job));
        }
        return results;
    }

    /** Renders again if it took too long, since a young process also compiles its own code. */
    private RenderOutcome render(Mutant mutant, RenderJob job) throws IOException {
        RenderOutcome outcome = worker.render(mutant.bytes(), job);
        return isCostly(mutant, outcome) ? worker.render(mutant.bytes(), job) : outcome;
    }

    private static boolean isCostly(Mutant mutant, RenderOutcome outcome) {
        return mutant.isTimed() && outcome.processorMillis() > Mutant.MAX_MILLIS;
    }

    private MutantResult result(Mutant mutant, String engine, RenderOutcome outcome) {
        String why = outcome.error();
        MutantOutcome fate = switch (outcome.ending()) {
            case HUNG -> MutantOutcome.HUNG;
            case CRASHED -> MutantOutcome.CRASHED;
            case ANSWERED -> MutantOutcome.ofStatus(outcome.status());
        };
        SecondDecoder.Reading seen = SecondDecoder.Reading.NOTHING;
        if (fate == MutantOutcome.RENDERED) {
            seen = decoder.look(outcome.body());
            why = seen.complaint();
            fate = why.isEmpty() ? MutantOutcome.RENDERED : MutantOutcome.REFUSED;
        }
        if (fate == MutantOutcome.RENDERED && !mutant.request().allows(seen.width(), seen.height())) {
            fate = MutantOutcome.MISSIZED;
            why = seen.width() + "x" + seen.height();
        }
        MutantResult result = new MutantResult(mutant, engine, outcome, seen.pixels(), fate, why);
        return !fate.isBad() && result.isTimed() && isCostly(mutant, outcome)
                ? result.with(MutantOutcome.COSTLY)
                : result;
    }

    /** Checks that the derivative of a truncated picture shows the last rows of the whole picture. */
    private MutantResult complete(MutantResult result, RenderJob job) throws IOException {
        Mutant mutant = result.mutant();
        if (result.fate() != MutantOutcome.RENDERED || !mutant.isToBeWhole()) {
            return result;
        }
        RenderOutcome whole = worker.render(mutant.whole(), job);
        if (!whole.isOk() || Arrays.equals(whole.body(), result.outcome().body())) {
            return result;
        }
        Pixels shown = decoder.frame(result.outcome().body());
        return LastRows.areMissing(shown, decoder.frame(whole.body())) ? result.with(MutantOutcome.INCOMPLETE) : result;
    }

    @Override
    public void close() {
        worker.close();
        decoder.close();
    }
}
