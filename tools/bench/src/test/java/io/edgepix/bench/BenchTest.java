package io.edgepix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Peer;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.cli.Edgepix;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class BenchTest {
    @TempDir
    private Path folder;

    private final List<String> ran = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private Set<Peer> compared = Set.of();

    @BeforeEach
    void aPhotograph() throws IOException {
        Files.createFile(folder.resolve("cat.jpg"));
    }

    @Test
    void withoutAName_allRun() {
        assertThat(bench()).isZero();
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void aName_runsThatBenchmark() {
        assertThat(bench("second", "--quick")).isZero();
        assertThat(ran).containsExactly("second quick");
    }

    @Test
    void anUnknownName_isAnErrorThatNamesTheOthers() {
        assertThat(bench("third")).isEqualTo(1);
        assertThat(err.toString()).contains("third").contains("first, second");
        assertThat(ran).isEmpty();
    }

    @Test
    void withoutPeers_allTakePart() {
        assertThat(bench("first")).isZero();
        assertThat(compared).containsExactly(Peer.values());
    }

    @Test
    void peers_takePartWithSharp() {
        assertThat(bench("first", "--peers", "pillow,thumbnailator")).isZero();
        assertThat(compared).containsExactly(Peer.SHARP, Peer.THUMBNAILATOR, Peer.PILLOW);
    }

    @Test
    void anUnknownPeer_isAnErrorThatNamesTheOthers() {
        assertThat(bench("--peers", "sharp,libvips")).isEqualTo(1);
        assertThat(err.toString())
                .contains("--peers: expected a list of sharp, thumbnailator, pillow, imagemagick, got 'libvips'");
        assertThat(ran).isEmpty();
    }

    @Test
    void json_isTheRowsOfAll() throws IOException {
        Path json = folder.resolve("rows.json");
        assertThat(bench("--json", json.toString())).isZero();
        JsonArray rows = JsonParser.parseString(Files.readString(json)).getAsJsonArray();
        assertThat(rows)
                .extracting(row -> row.getAsJsonObject().get("case").getAsString())
                .containsExactly("first", "second");
    }

    @Test
    void aFolderWithoutPhotographs_isAnErrorThatNamesIt() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(command().execute("bench", "--root", ".", "--pictures", empty.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains(empty.toString());
    }

    private int bench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bench", "--root", ".", "--pictures", folder.toString()));
        all.addAll(List.of(arguments));
        return command().execute(all.toArray(String[]::new));
    }

    private CommandLine command() {
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put("first", setting -> run("first", setting));
        benchmarks.put("second", setting -> run("second", setting));
        return Edgepix.commandLine(new Bench(benchmarks)).setErr(new PrintWriter(err, true));
    }

    private List<ResultRow> run(String name, Setting setting) {
        compared = setting.compared();
        ran.add(setting.quick() ? name + " quick" : name);
        return List.of(ResultRow.of(
                new ResultRow.Case(name, "cat.jpg", "1x1", "webp"),
                new ResultRow.Value("ours", 1),
                new ResultRow.Value("theirs", 2),
                "ms",
                1));
    }
}
