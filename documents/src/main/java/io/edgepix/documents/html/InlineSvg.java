package io.edgepix.documents.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns drawings in HTML into pictures. Styles of the page do not apply inside them. */
final class InlineSvg {
    private static final String[] COPIED = {"class", "id", "style", "width", "height"};

    private InlineSvg() {}

    static void replace(Document document) {
        for (Element svg : document.select("svg")) {
            if (svg.parents().is("svg")) {
                continue;
            }
            Element picture = new Element("img");
            for (String attribute : COPIED) {
                if (svg.hasAttr(attribute)) {
                    picture.attr(attribute, svg.attr(attribute));
                }
            }
            svg.attr("xmlns", "http://www.w3.org/2000/svg");
            svg.attr("xmlns:xlink", "http://www.w3.org/1999/xlink");
            Document alone = Document.createShell("");
            alone.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
            svg.replaceWith(picture);
            alone.body().appendChild(svg);
            byte[] xml = svg.outerHtml().getBytes(StandardCharsets.UTF_8);
            picture.attr(
                    "src", "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(xml));
        }
    }
}
