package io.edgepix.localedge.page;

import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.SizePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the page as HTML. It needs no scripts and no other files. */
final class PageHtml {
    private static final String STYLE = style();

    private final String site;
    private final Path folder;
    private final Offer offer;
    private final OriginalLinks links;
    private final StringBuilder html = new StringBuilder();

    /**
     * Creates an empty page.
     *
     * @param site the start of every URL, such as {@code http://localhost:8080}
     * @param folder the folder that is the bucket
     */
    PageHtml(String site, Path folder, Offer offer, OriginalLinks links) {
        this.site = site;
        this.folder = folder;
        this.offer = offer;
        this.links = links;
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(PageHtml.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(Originals originals) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>edgepix: pictures in the bucket</title>\n<link rel=\"icon\" href=\"")
                .append(Icon.dataUrl())
                .append("\">\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>Pictures in the bucket</h1>\n");
        introduction(originals);
        html.append("</header>\n<main>\n");
        if (!originals.pictures().isEmpty()) {
            html.append("<ul class=\"pictures\">\n");
            originals.pictures().forEach(this::picture);
            html.append("</ul>\n");
        }
        others(originals);
        return html.append("</main>\n<footer>\n")
                .append(
                        "<p>This page belongs to the local edge. A deployed stack answers <code>/</code> with a 400.</p>\n")
                .append("</footer>\n</body>\n</html>\n")
                .toString();
    }

    private void introduction(Originals originals) {
        if (originals.pictures().isEmpty()) {
            paragraph((originals.isComplete()
                            ? "The bucket has no pictures yet. "
                            : "The first files of the bucket are not pictures. ")
                    + "Put a picture into <code>" + escaped(folder.toString()) + "</code>, then reload this page.");
            return;
        }
        paragraph("Click a size to open the picture in that size. If it does not open, the response explains why."
                + " Click a URL to select it.");
        paragraph(sizes(offer.sizes()) + (offer.signing().isOn() ? " " + signatures() : ""));
        count(originals);
    }

    /** Returns a sentence about the sizes on offer. */
    private static String sizes(SizePolicy policy) {
        return switch (policy) {
            case SizePolicy.Ladder ladder
            when ladder.rungs().size() == 1 ->
                "Every requested side is rounded to " + ladder.rungs().getFirst() + " pixels.";
            case SizePolicy.Ladder ladder ->
                "A requested side is rounded up to one of " + ladder.rungs().size() + " lengths from "
                        + ladder.rungs().getFirst() + " to " + ladder.rungs().getLast() + " pixels.";
            case SizePolicy.Listed _ -> "The configuration lists the sizes on offer.";
            case SizePolicy.Open open -> "A side has at most " + open.maxSide() + " pixels.";
        };
    }

    private String signatures() {
        return (offer.signing().originals() ? "All URLs" : "URLs with a size")
                + " need a signature. The signatures on this page expire after one to two days.";
    }

    private void count(Originals originals) {
        int shown = originals.pictures().size();
        if (!originals.isComplete()) {
            paragraph("The page shows the first " + shown + " pictures. The bucket may have more.");
        } else if (shown < originals.pictureCount()) {
            paragraph("The page shows the first " + shown + " of " + originals.pictureCount() + " pictures.");
        }
        if (!originals.unreadable().isEmpty()) {
            paragraph("These folders could not be read: " + escaped(String.join(", ", originals.unreadable())));
        }
    }

    private void paragraph(String inner) {
        html.append("<p>").append(inner).append("</p>\n");
    }

    private void picture(Key key) {
        String name = escaped(key.value());
        html.append("<li>\n<a class=\"picture\" href=\"")
                .append(url(links.original(key)))
                .append("\"><img src=\"")
                .append(url(links.thumbnail(key)))
                .append("\" alt=\"")
                .append(name)
                .append("\" loading=\"lazy\"></a>\n<h2><bdi>")
                .append(name)
                .append("</bdi></h2>\n<ul class=\"links\">\n");
        for (Link link : links.of(key)) {
            String url = url(link.target());
            html.append("<li><a href=\"")
                    .append(url)
                    .append("\">")
                    .append(escaped(link.label()))
                    .append("</a><code>")
                    .append(url)
                    .append("</code></li>\n");
        }
        html.append("</ul>\n</li>\n");
    }

    private void others(Originals originals) {
        if (originals.others().isEmpty()) {
            return;
        }
        html.append("<details>\n<summary>Other files: ")
                .append(originals.otherCount())
                .append(originals.isComplete() ? "" : " or more")
                .append("</summary>\n<ul>\n");
        for (Key key : originals.others()) {
            html.append("<li><a href=\"")
                    .append(url(links.original(key)))
                    .append("\"><bdi>")
                    .append(escaped(key.value()))
                    .append("</bdi></a></li>\n");
        }
        html.append("</ul>\n");
        if (originals.others().size() < originals.otherCount()) {
            paragraph("These are the first " + originals.others().size() + ".");
        }
        html.append("</details>\n");
    }

    private String url(String target) {
        return escaped(site + target);
    }

    /** Escapes text for elements and for attributes in quotes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
