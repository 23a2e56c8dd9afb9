package io.edgepix.quality.mutants;

import com.google.gson.GsonBuilder;
import io.edgepix.quality.QualityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program behind {@code ./dev mutants}. */
@Command(
        name = "mutants",
        description = {
            "Damages the pictures of a folder that can be rendered (cut short, bits and bytes replaced, sizes forged in the"
                    + " header), and has both of our renderers render what comes of it, to any box, fit, focus and format"
                    + " and half of the time leniently, in processes with a heap of 512 MB. Before that, it renders generated"
                    + " pictures that take as much work as their format allows, whole and damaged.",
            "Prints the pictures under 1 MB that took most CPU, and keeps the first of them.",
            "Exits with 0 if none hangs for over 10 s, ends its process, throws what it must not, takes over 2 s of CPU for"
                    + " less than 1 MB (unless the derivative is AVIF or has over 2 megapixels), or is answered with a picture"
                    + " that sharp does not decode whole, that does not keep to its box, or that lacks the last rows of"
                    + " one that was cut short and not asked for leniently; else with 1, or with 2 if it is called wrongly."
        })
public final class Mutants implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "a folder; its folders are looked through, too")
    private @Nullable Path folder;

    @Option(names = "--count", paramLabel = "N", description = "how many mutants (default: ${DEFAULT-VALUE})")
    private int count = 10_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same mutants for the same (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the counts and what is bad as JSON")
    private @Nullable Path json;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "takes the mutants that are bad, and what is said of them (default: target/mutants)")
    private @Nullable Path keep;

    @Option(names = "--peer", paramLabel = "DIR", required = true, hidden = true, description = "the folder of sharp")
    private @Nullable Path peer;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private Mutants() {}

    /** Exits as its description says. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Mutants()).setExecutionExceptionHandler(Mutants::complain);
    }

    private static int complain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof QualityException) {
            commandLine.getErr().println("dev: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw e;
    }

    /** Before an hour of work, not after it. */
    private static void checkWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path place = Files.exists(file)
                ? file
                : Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (Files.isDirectory(file) || !Files.isWritable(place)) {
            throw new QualityException("--json: cannot be written: " + file);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new QualityException("--count: not a positive number: " + count);
        }
        checkWritable(json);
        Pictures pictures = Pictures.in(Objects.requireNonNull(folder));
        Path kept = Objects.requireNonNull(keep);
        Tally tally = new Tally();
        int good;
        try (Hunt hunt = Hunt.start(Objects.requireNonNull(peer), kept, tally)) {
            good = hunt.run(pictures, seed, count);
            hunt.keepCostliest();
        }
        if (json != null) {
            Files.writeString(
                    json, new GsonBuilder().setPrettyPrinting().create().toJson(tally.json(seed, count, good)) + "\n");
        }
        System.out.println(count + " mutants of " + good + " pictures, seed " + seed + ", and the pictures themselves");
        System.out.println();
        System.out.print(tally.table() + "\nsmall pictures that cost most:\n" + tally.dearest());
        if (!tally.isGood()) {
            System.out.println("\nwhat is bad is in " + kept);
        }
        return tally.isGood() ? 0 : 1;
    }
}
