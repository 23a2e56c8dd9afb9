package io.edgepix.packaging;

import static io.edgepix.packaging.FunctionFixture.batch;
import static io.edgepix.packaging.FunctionFixture.withBody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints the figures of docs/pregenerate.md about starts. Not part of the build. With the zips in target/dist: {@code mvn
 * -pl tools/packaging -am test -Dtest=StartFigures -Dsurefire.failIfNoSpecifiedTests=false -Dedgepix.dist=DIR}.
 */
class StartFigures {
    private static final Path EXAMPLE = Path.of("../../documents/example");
    private static final int RUNS = Integer.getInteger("edgepix.runs", 5);

    /** Returns an event for a key. */
    private interface Events {
        String event(FunctionFixture fixture, String key) throws IOException;
    }

    @TempDir
    Path scratch;

    @Test
    void starts() throws Exception {
        print("picture", StartFigures::picture);
        print("document", StartFigures::document);
    }

    private void print(String kind, Events events) throws Exception {
        try (FunctionFixture fixture = FunctionFixture.open(Files.createDirectory(scratch.resolve(kind)))) {
            for (boolean snapshot : new boolean[] {false, true}) {
                List<Start> starts = new ArrayList<>();
                for (int run = 0; run < RUNS; run++) {
                    starts.add(start(fixture, snapshot, run, events));
                }
                Start.print(kind + ", " + (snapshot ? "snapshot" : "cold"), starts);
            }
        }
    }

    private static String picture(FunctionFixture fixture, String key) throws IOException {
        fixture.upload(key + ".jpg");
        return batch(fixture.message(key, key + ".jpg", 1));
    }

    /** Uses the two-page invoice that is the example of the docs. */
    private static String document(FunctionFixture fixture, String key) throws IOException {
        for (String name : List.of("invoice.html", "style.css", "logo.png")) {
            fixture.upload(name, Files.readAllBytes(EXAMPLE.resolve(name)));
        }
        String body = """
                {"document": {"template": "invoice.html", "data": %s, "to": "%s.pdf"}}
                """.formatted(Files.readString(EXAMPLE.resolve("invoice.json")), key);
        return batch(withBody(key, body, 1));
    }

    private static Start start(FunctionFixture fixture, boolean snapshot, int run, Events events) throws Exception {
        String first = events.event(fixture, "first-" + snapshot + run);
        String next = events.event(fixture, "next-" + snapshot + run);
        try (ManagedRuntime function = fixture.start(snapshot)) {
            long wall = function.await(snapshot ? "restore/next" : "invocation/next", function.started());
            long cpu = function.cpuMillis();
            long restored = System.nanoTime();
            if (snapshot) {
                function.api().restore();
                function.await("invocation/next", restored);
            }
            function.invoke(first);
            long firstWall = (System.nanoTime() - restored) / 1_000_000;
            long firstCpu = function.cpuMillis();
            function.invoke(next);
            return new Start(
                    wall, cpu, firstWall, firstCpu - cpu, function.cpuMillis() - firstCpu, function.peakMegabytes());
        }
    }
}
