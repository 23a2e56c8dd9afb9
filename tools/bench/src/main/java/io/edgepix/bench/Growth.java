package io.edgepix.bench;

import java.io.IOException;
import java.util.List;

/** What grows: the original, the crowd of viewers, and the number of renderings that a process has done. */
final class Growth implements Benchmark {
    static final String PLOT = "growth.svg";

    @Override
    public List<Row> run(Setting setting) throws IOException {
        String loadBefore = Machine.load();
        List<OurEngine> ours = Engines.allOurs();
        try (Sharp sharp = Sharp.start(setting.peer())) {
            List<GrowthPoint> points = new SizeGrowth(setting, ours, sharp).points();
            List<CrowdGrowth.Point> crowds = CrowdGrowth.points(setting);
            List<Soak.Line> soaks = Soak.lines(setting, ours, sharp);
            GrowthPage page = new GrowthPage(setting, loadBefore, points, crowds, soaks);
            List<Row> rows = SizeGrowth.rows(points, setting.quick());
            Results.publish(setting, "growth.md", page.text(rows));
            Results.keep(setting, PLOT, page.plot());
            return rows;
        }
    }
}
