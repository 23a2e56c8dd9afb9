package io.edgepix.packaging;

import static io.edgepix.packaging.FunctionFixture.batch;

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
    private static final int RUNS = Integer.getInteger("edgepix.runs", 5);

    @TempDir
    Path scratch;

    @Test
    void starts() throws Exception {
        try (FunctionFixture fixture = FunctionFixture.open(scratch)) {
            for (boolean snapshot : new boolean[] {false, true}) {
                List<Start> starts = new ArrayList<>();
                for (int run = 0; run < RUNS; run++) {
                    starts.add(start(fixture, snapshot, run));
                }
                Start.print(snapshot ? "snapshot" : "cold", starts);
            }
        }
    }

    private static Start start(FunctionFixture fixture, boolean snapshot, int run) throws Exception {
        String first = "first-" + snapshot + run + ".jpg";
        String next = "next-" + snapshot + run + ".jpg";
        fixture.upload(first);
        fixture.upload(next);
        try (ManagedRuntime function = fixture.start(snapshot)) {
            long wall = function.await(snapshot ? "restore/next" : "invocation/next", function.started());
            long cpu = function.cpuMillis();
            long restored = System.nanoTime();
            if (snapshot) {
                function.api().restore();
                function.await("invocation/next", restored);
            }
            function.invoke(batch(fixture.message("first", first, 1)));
            long firstWall = (System.nanoTime() - restored) / 1_000_000;
            long firstCpu = function.cpuMillis();
            function.invoke(batch(fixture.message("next", next, 1)));
            return new Start(
                    wall, cpu, firstWall, firstCpu - cpu, function.cpuMillis() - firstCpu, function.peakMegabytes());
        }
    }
}
