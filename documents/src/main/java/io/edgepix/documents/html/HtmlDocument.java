package io.edgepix.documents.html;

import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Parses HTML as browsers do, and checks it against the limits of a document. */
public final class HtmlDocument {
    /** The deepest nesting of elements. Layout needs stack for each level. */
    public static final int MAX_DEPTH = 200;

    private static final Pattern ENTITY =
            Pattern.compile("<!(?:ENTITY\\b|DOCTYPE[^>]{0,500}\\[)", Pattern.CASE_INSENSITIVE);

    private static final class Checks implements NodeVisitor {
        private final String name;
        private final Bounds bounds;
        private long elements;
        private long characters;

        Checks(String name, Bounds bounds) {
            this.name = name;
            this.bounds = bounds;
        }

        @Override
        public void head(Node node, int depth) {
            if (depth > MAX_DEPTH) {
                throw DocumentProblem.broken(name + ": <" + node.nodeName() + ">: expected at most " + MAX_DEPTH
                        + " elements inside one another, got more");
            }
            if (node instanceof Element element) {
                bounds.checkElements(++elements);
                ElementRules.check(name, element);
            } else if (node instanceof TextNode text) {
                characters += text.getWholeText().length();
                bounds.checkCharacters(characters);
                String composed = Composition.compose(text.getWholeText());
                if (!composed.equals(text.getWholeText())) {
                    text.text(composed);
                }
            }
        }
    }

    private HtmlDocument() {}

    /**
     * Returns the document of a filled template.
     *
     * @param name the name of the template, for the start of a sentence
     */
    public static org.w3c.dom.Document parse(String name, String html, Bounds bounds) {
        if (ENTITY.matcher(html).find()) {
            throw DocumentProblem.broken(
                    name + ": <!DOCTYPE>: expected no declarations in it, got some, such as entities");
        }
        Document document = Jsoup.parse(html);
        document.traverse(new Checks(name, bounds));
        bounds.checkTime();
        InlineSvg.replace(document);
        for (Element style : document.body().select("style, link[rel~=(?i)stylesheet]")) {
            document.head().appendChild(style);
        }
        return new W3CDom().fromJsoup(document);
    }
}
