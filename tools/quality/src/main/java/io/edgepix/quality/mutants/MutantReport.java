package io.edgepix.quality.mutants;

import io.edgepix.comparison.text.MarkdownTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the outcomes of mutants by renderer. Not thread-safe. */
final class MutantReport {
    private static final int MAX_COSTLY = 5;
    private static final double BYTES_A_MEGABYTE = 1 << 20;

    /**
     * The counts of one renderer.
     *
     * @param fates the number of mutants of each outcome
     */
    private record Count(
            String engine,
            Map<MutantOutcome, Integer> fates,
            double slowestMillis,
            double mostProcessorMillis,
            double peakHeap,
            double peakResident) {
        Count and(MutantResult result) {
            Map<MutantOutcome, Integer> more = new EnumMap<>(MutantOutcome.class);
            more.putAll(fates);
            more.merge(result.fate(), 1, Integer::sum);
            return new Count(
                    engine,
                    more,
                    Math.max(slowestMillis, result.outcome().millis()),
                    Math.max(mostProcessorMillis, result.outcome().processorMillis()),
                    Math.max(peakHeap, result.outcome().peakHeap() / BYTES_A_MEGABYTE),
                    Math.max(peakResident, result.outcome().peakResident() / BYTES_A_MEGABYTE));
        }
    }

    /** A failure, as {@code --json} writes it. */
    private record Failure(
            int number, String picture, String damage, String variant, String engine, String fate, String why) {}

    /** The file of {@code --json}. Sizes are in megabytes, of the processes in which both renderers ran. */
    private record Json(
            long seed,
            int mutants,
            int pictures,
            List<Count> engines,
            List<CostlyResult> costliest,
            List<Failure> failures) {}

    /** The cost of a picture under 1 MB. */
    private record CostlyResult(
            double processorMillis,
            int number,
            String picture,
            int bytes,
            String damage,
            String variant,
            String engine,
            String fate) {
        static CostlyResult of(MutantResult result) {
            Mutant mutant = result.mutant();
            return new CostlyResult(
                    result.outcome().processorMillis(),
                    mutant.number(),
                    mutant.picture(),
                    mutant.bytes().length,
                    mutant.damage().name(),
                    mutant.request().words(),
                    result.engine(),
                    result.fate().words());
        }
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<MutantResult> costly = new ArrayList<>();

    void add(MutantResult result) {
        counts.merge(
                result.engine(),
                new Count(result.engine(), Map.of(), 0, 0, 0, 0).and(result),
                (before, fresh) -> before.and(result));
        if (result.isTimed()) {
            addSmall(result);
        }
        if (result.fate().isBad()) {
            Mutant mutant = result.mutant();
            failures.add(new Failure(
                    mutant.number(),
                    mutant.picture(),
                    mutant.damage().name(),
                    mutant.request().words(),
                    result.engine(),
                    result.fate().words(),
                    result.why()));
        }
    }

    private void addSmall(MutantResult result) {
        costly.add(result);
        costly.sort(
                Comparator.comparingDouble((MutantResult each) -> each.outcome().processorMillis())
                        .reversed());
        if (costly.size() > MAX_COSTLY) {
            costly.removeLast();
        }
    }

    /** Returns the small picture that needed the most processor time, or empty if there is none yet. */
    Optional<MutantResult> costliest() {
        return costly.stream().findFirst();
    }

    /** Returns a line for each of the small pictures that needed the most processor time. */
    String costlyLines() {
        return costly.stream()
                .map(result -> MarkdownTable.number(result.outcome().processorMillis(), 0) + " ms of CPU: "
                        + result.story() + "\n")
                .collect(Collectors.joining());
    }

    boolean isGood() {
        return failures.isEmpty();
    }

    /** Returns a table with a line for each renderer. */
    String table() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("engine"));
        for (MutantOutcome fate : MutantOutcome.values()) {
            head.add(fate.words());
        }
        head.addAll(List.of("slowest ms", "most CPU ms", "peak heap MB", "peak RSS MB"));
        lines.add(head);
        for (Count count : counts.values()) {
            List<String> line = new ArrayList<>(List.of(count.engine()));
            for (MutantOutcome fate : MutantOutcome.values()) {
                line.add(Integer.toString(count.fates().getOrDefault(fate, 0)));
            }
            line.add(MarkdownTable.number(count.slowestMillis(), 0));
            line.add(MarkdownTable.number(count.mostProcessorMillis(), 0));
            line.add(MarkdownTable.number(count.peakHeap(), 0));
            line.add(MarkdownTable.number(count.peakResident(), 0));
            lines.add(line);
        }
        return MarkdownTable.of(lines);
    }

    Object json(long seed, int mutants, int pictures) {
        return new Json(
                seed,
                mutants,
                pictures,
                List.copyOf(counts.values()),
                costly.stream().map(CostlyResult::of).toList(),
                failures);
    }
}
