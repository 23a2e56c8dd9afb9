package io.edgepix.documents.html;

import io.edgepix.documents.problem.DocumentProblem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Refuses elements that cannot work on paper, instead of leaving an empty place. */
final class ElementRules {
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("script", "scripts cannot run in a PDF"),
            Map.entry("iframe", "frames cannot be printed"),
            Map.entry("frame", "frames cannot be printed"),
            Map.entry("frameset", "frames cannot be printed"),
            Map.entry("object", "use <img> for pictures"),
            Map.entry("embed", "use <img> for pictures"),
            Map.entry("applet", "applets cannot run in a PDF"),
            Map.entry("canvas", "scripts cannot draw in a PDF"),
            Map.entry("video", "videos cannot be printed"),
            Map.entry("audio", "sounds cannot be printed"),
            Map.entry("input", "forms cannot be filled in"),
            Map.entry("select", "forms cannot be filled in"),
            Map.entry("textarea", "forms cannot be filled in"),
            Map.entry("button", "forms cannot be filled in"),
            Map.entry("math", "MathML is not supported"),
            Map.entry("base", "URLs are relative to the template"));
    private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);

    private ElementRules() {}

    static void check(String template, Element element) {
        String name = element.normalName();
        String reason = REFUSED.get(name);
        if (reason != null) {
            throw DocumentProblem.broken(
                    template + ": <" + name + ">: expected elements for print, got <" + name + ">; " + reason);
        }
        if (name.equals("img") && element.attr("src").isBlank()) {
            throw DocumentProblem.broken(template + ": <img>: expected the URL of a picture in src, got none");
        }
        if (name.equals("a") || name.equals("area")) {
            checkLink(template, element);
        }
    }

    private static void checkLink(String template, Element link) {
        if (link.hasAttr("download")) {
            throw DocumentProblem.broken(template + ": <a download>: expected a link, got an attachment");
        }
        Matcher scheme = SCHEME.matcher(link.attr("href"));
        if (scheme.matches() && !LINKS.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            throw DocumentProblem.broken(template + ": <" + link.normalName()
                    + " href>: expected a link with http, https, mailto or tel, got " + scheme.group(1) + ":");
        }
    }
}
