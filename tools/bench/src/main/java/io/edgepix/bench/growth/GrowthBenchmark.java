package io.edgepix.bench.growth;

import io.edgepix.bench.measurement.Benchmark;
import io.edgepix.bench.measurement.Machine;
import io.edgepix.bench.measurement.ResultFiles;
import io.edgepix.bench.measurement.ResultRow;
import io.edgepix.bench.measurement.Setting;
import io.edgepix.bench.render.EdgepixRunner;
import io.edgepix.bench.render.Runners;
import io.edgepix.bench.render.SharpRunner;
import java.io.IOException;
import java.util.List;

/**
 * Measures time and memory for growing originals, numbers of concurrent requests, and numbers of renderings in one
 * process.
 */
public final class GrowthBenchmark implements Benchmark {
    @Override
    public List<ResultRow> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        List<EdgepixRunner> ours = Runners.allOurs();
        try (SharpRunner sharp = SharpRunner.start(setting.peer())) {
            List<SizeGrowth.Point> points = new SizeGrowth(setting, ours, sharp).points();
            List<ConcurrencyGrowth.Point> crowds = ConcurrencyGrowth.points(setting);
            List<RepetitionGrowth.Line> soaks = RepetitionGrowth.lines(setting, ours, sharp);
            GrowthReport page = new GrowthReport(setting, loadBefore, points, crowds, soaks);
            List<ResultRow> rows = SizeGrowth.rows(points, setting.quick());
            ResultFiles.publish(setting, "growth.md", page.text(rows));
            ResultFiles.keep(setting, GrowthReport.PLOT, page.plot());
            return rows;
        }
    }
}
