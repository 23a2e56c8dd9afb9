package io.edgepix.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class SheetTest {
    private static final Series LINE =
            new Series("ours & theirs", List.of(new Series.Point(1, 10), new Series.Point(64, 200)));

    @Test
    void aSheet_isADocumentWithALineASeriesInEveryPanel() throws Exception {
        Panel panel = new Panel("Time", "megapixels", "ms", true, List.of(LINE, LINE));

        Document svg = parsed(new Sheet(List.of(panel, panel, panel)).svg());

        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(6);
        assertThat(svg.getDocumentElement().getAttribute("height")).isEqualTo(Integer.toString(2 * Panel.HEIGHT));
    }

    @Test
    void axes_areLabelled() throws Exception {
        Document svg = parsed(new Sheet(List.of(new Panel("Time", "megapixels", "ms", false, List.of(LINE)))).svg());

        assertThat(svg.getDocumentElement().getTextContent()).contains("Time", "megapixels", "ms", "ours & theirs");
    }

    @Test
    void aPoint_isHigherOnThePageForALargerValue() throws Exception {
        Document svg = parsed(new Sheet(List.of(new Panel("Time", "x", "y", false, List.of(LINE)))).svg());

        NodeList dots = svg.getElementsByTagName("circle");
        assertThat(number(dots, 1, "cy")).isLessThan(number(dots, 0, "cy"));
        assertThat(number(dots, 1, "cx")).isGreaterThan(number(dots, 0, "cx"));
    }

    private static double number(NodeList dots, int index, String attribute) {
        return Double.parseDouble(((Element) dots.item(index)).getAttribute(attribute));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
