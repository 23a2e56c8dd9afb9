package io.edgepix.bench.plot;

import java.util.List;

/** Diagrams on one page, two in each row. */
public record Sheet(List<Panel> panels) {
    private static final int COLUMNS = 2;
    private static final String STYLE = """
            text { font-family: sans-serif; fill: #1f2937 }
            .title { font-size: 16px; font-weight: bold }
            .label { font-size: 13px }
            .tick, .legend { font-size: 12px }
            .grid { stroke: #d1d5db; stroke-width: 1 }
            """;

    /** Returns the SVG document. */
    public String svg() {
        int width = Panel.WIDTH * COLUMNS;
        int height = Panel.HEIGHT * Math.ceilDiv(panels.size(), COLUMNS);
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
                <style>%s</style>
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(width, height, width, height, STYLE));
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(%d,%d)\">\n%s</g>\n"
                    .formatted(
                            i % COLUMNS * Panel.WIDTH,
                            i / COLUMNS * Panel.HEIGHT,
                            panels.get(i).svg()));
        }
        return svg.append("</svg>\n").toString();
    }
}
