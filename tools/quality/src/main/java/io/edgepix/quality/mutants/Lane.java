package io.edgepix.quality.mutants;

import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import io.edgepix.quality.worker.Job;
import io.edgepix.quality.worker.Outcome;
import io.edgepix.quality.worker.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The children that one thread works with. */
record Lane(Worker worker, SecondDecoder decoder, Map<String, Set<Format>> engines) implements AutoCloseable {
    /** By each of the renderers; by WebP where one does not write the format. */
    List<Result> judge(Mutant mutant) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Map.Entry<String, Set<Format>> engine : engines.entrySet()) {
            boolean writes = engine.getValue().contains(mutant.wish().format());
            Job job = mutant.wish().job(engine.getKey(), Format.WEBP, writes);
            results.add(complete(result(mutant, engine.getKey(), render(mutant, job)), job));
        }
        return results;
    }

    /** What takes too long is rendered again, as a young process compiles its own code meanwhile. */
    private Outcome render(Mutant mutant, Job job) throws IOException {
        Outcome outcome = worker.render(mutant.bytes(), job);
        return isCostly(mutant, outcome) ? worker.render(mutant.bytes(), job) : outcome;
    }

    private static boolean isCostly(Mutant mutant, Outcome outcome) {
        return mutant.isTimed() && outcome.processorMillis() > CostlyPictures.MAX_MILLIS;
    }

    private Result result(Mutant mutant, String engine, Outcome outcome) {
        String why = outcome.error();
        Fate fate = switch (outcome.ending()) {
            case HUNG -> Fate.HUNG;
            case CRASHED -> Fate.CRASHED;
            case ANSWERED -> Fate.ofStatus(outcome.status());
        };
        SecondDecoder.Seen seen = SecondDecoder.Seen.NOTHING;
        if (fate == Fate.RENDERED) {
            seen = decoder.look(outcome.body());
            why = seen.complaint();
            fate = why.isEmpty() ? Fate.RENDERED : Fate.REFUSED;
        }
        if (fate == Fate.RENDERED && !mutant.wish().allows(seen.width(), seen.height())) {
            fate = Fate.MISSIZED;
            why = seen.width() + "x" + seen.height();
        }
        Result result = new Result(mutant, engine, outcome, seen.pixels(), fate, why);
        return !fate.isBad() && result.isTimed() && isCostly(mutant, outcome) ? result.with(Fate.COSTLY) : result;
    }

    /** Of a picture that was cut short and still rendered, whether it shows the last rows of the whole one. */
    private Result complete(Result result, Job job) throws IOException {
        Mutant mutant = result.mutant();
        if (result.fate() != Fate.RENDERED || !mutant.isToBeWhole()) {
            return result;
        }
        Outcome whole = worker.render(mutant.whole(), job);
        if (!whole.isOk() || Arrays.equals(whole.body(), result.outcome().body())) {
            return result;
        }
        Pixels shown = decoder.frame(result.outcome().body());
        return LastRows.areMissing(shown, decoder.frame(whole.body())) ? result.with(Fate.INCOMPLETE) : result;
    }

    @Override
    public void close() {
        worker.close();
        decoder.close();
    }
}
