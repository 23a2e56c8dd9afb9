package io.edgepix.packaging;

import static io.edgepix.packaging.RegionalFixture.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints the figures of docs/regional-function.md about starts. Not part of the build. With the zips in target/dist:
 * {@code mvn -pl tools/packaging -am test -Dtest=RegionalStartFigures -Dsurefire.failIfNoSpecifiedTests=false
 * -Dedgepix.dist=DIR}.
 */
class RegionalStartFigures {
    private static final int RUNS = Integer.getInteger("edgepix.runs", 5);

    @TempDir
    Path scratch;

    @Test
    void starts() throws Exception {
        try (RegionalFixture fixture = RegionalFixture.open(scratch)) {
            fixture.uploadPhotograph("warm.jpg");
            Path cache = train(fixture);
            print(fixture, "cold", false, Map.of());
            print(fixture, "cold, with an AOT cache", false, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCache=" + cache));
            print(fixture, "snapshot", true, Map.of());
        }
    }

    /** Writes the AOT cache of a process that has answered two events. */
    private Path train(RegionalFixture fixture) throws IOException, InterruptedException {
        Path cache = scratch.resolve("app.aot");
        try (ManagedRuntime function =
                fixture.start(false, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache))) {
            function.await("invocation/next", function.started());
            get(function, "/400x400/webp/warm.jpg");
            get(function, "/400x400/jpeg/warm.jpg");
            function.end();
            System.out.println("AOT cache: " + (Files.exists(cache) ? Files.size(cache) + " bytes" : function.log()));
        }
        return cache;
    }

    private static void print(RegionalFixture fixture, String name, boolean snapshot, Map<String, String> variables)
            throws Exception {
        List<Start> starts = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            starts.add(start(fixture, snapshot, name.length() + "-" + run, variables));
        }
        Start.print(name, starts);
    }

    private static Start start(RegionalFixture fixture, boolean snapshot, String id, Map<String, String> variables)
            throws Exception {
        fixture.uploadPhotograph("first-" + id + ".jpg");
        fixture.uploadPhotograph("next-" + id + ".jpg");
        try (ManagedRuntime function = fixture.start(snapshot, variables)) {
            long wall = function.await(snapshot ? "restore/next" : "invocation/next", function.started());
            long cpu = function.cpuMillis();
            long restored = System.nanoTime();
            if (snapshot) {
                function.api().restore();
                function.await("invocation/next", restored);
            }
            get(function, "/400x400/webp/first-" + id + ".jpg");
            long firstWall = (System.nanoTime() - restored) / 1_000_000;
            long firstCpu = function.cpuMillis();
            get(function, "/400x400/webp/next-" + id + ".jpg");
            return new Start(
                    wall, cpu, firstWall, firstCpu - cpu, function.cpuMillis() - firstCpu, function.peakMegabytes());
        }
    }
}
