package io.edgepix.quality.mutants;

import com.google.gson.GsonBuilder;
import io.edgepix.cli.Root;
import io.edgepix.cli.SamplePhotographs;
import io.edgepix.comparison.peer.PeerPackages;
import io.edgepix.quality.QualityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code ./dev mutants}. */
@Command(
        name = "mutants",
        description = {
            "Renders damaged pictures with both renderers, and fails if one hangs, crashes or renders incorrectly.",
            "Takes the pictures of a folder that can be rendered, and truncates them, changes bits and bytes, or forges"
                    + " a size in the header. The boxes, fits, focuses and formats are random, and half of the requests"
                    + " are lenient. The renderers run in processes with a heap of 512 MB. Before that, generated"
                    + " pictures that need as much work as their format allows are rendered, whole and damaged.",
            "Prints the pictures under 1 MB that took the most CPU time, and keeps the first of them.",
            "Exits with 1 if a renderer hangs for over 10 s, ends its process, throws an unexpected exception, or takes"
                    + " over 2 s of CPU time for less than 1 MB (unless the derivative is AVIF or has over 2"
                    + " megapixels). Also exits with 1 if sharp cannot decode a derivative completely, if a derivative"
                    + " does not fit its box, or if it lacks the last rows of a truncated picture that was not"
                    + " requested leniently. Exits with 2 if the arguments are wrong, else with 0."
        })
public final class Mutants implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "a folder, searched with its subfolders (default: ../shared/corpus if it exists, else sample"
                    + " photographs)")
    private @Nullable Path folder;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "the number of damaged pictures (default: ${DEFAULT-VALUE})")
    private int count = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the seed for the random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the counts and the failures as JSON")
    private @Nullable Path json;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "the folder for damaged pictures that fail, with the reason (default: target/mutants)")
    private @Nullable Path keep;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Root root;

    /** Checks the file before the work, which can take an hour. */
    private static void checkWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path place = Files.exists(file)
                ? file
                : Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (Files.isDirectory(file) || !Files.isWritable(place)) {
            throw new QualityException(
                    "--json: cannot write " + file + ": the folder does not exist or is not writable");
        }
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new QualityException("--count: expected a positive number, got " + count);
        }
        checkWritable(json);
        SeedPictures pictures = SeedPictures.in(folder == null ? usualFolder() : folder);
        Path kept = keep == null ? root.folder().resolve("target/mutants") : keep;
        MutantReport report = new MutantReport();
        int good;
        try (MutantRun run = MutantRun.start(PeerPackages.install(root.folder()), kept, report)) {
            good = run.run(pictures, seed, count);
            run.keepCostliest();
        }
        if (json != null) {
            Files.writeString(
                    json, new GsonBuilder().setPrettyPrinting().create().toJson(report.json(seed, count, good)) + "\n");
        }
        System.out.println(count + " mutants of " + good + " pictures, seed " + seed + ", and the pictures themselves");
        System.out.println();
        System.out.print(report.table() + "\nsmall pictures that took the most CPU time:\n" + report.costlyLines());
        if (!report.isGood()) {
            System.out.println("\nthe pictures that failed are in " + kept);
        }
        return report.isGood() ? 0 : 1;
    }

    private Path usualFolder() {
        Path corpus = root.folder().resolve("../shared/corpus");
        return Files.isDirectory(corpus)
                ? corpus
                : SamplePhotographs.install(root.folder(), root.folder().resolve("target/samples"));
    }
}
