package io.edgepix.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.edgepix.configuration.DocumentLimits;
import io.edgepix.documents.DocumentException.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that reach out, or ask for more than fits into a document. */
class HostileTest {
    private static final String PATH = ": expected the path of a file in the bucket, got ";
    private static final String PAGES = ": expected at most 20 pages, got more";
    private static final String DEEP = ": expected at most 200 elements inside one another, got more";

    private final DocumentFixture fixture = new DocumentFixture();

    static Stream<Arguments> reachingOut() {
        return Stream.of(
                arguments("<img src='http://x.test/a.png'>", ": http://x.test/a.png" + PATH + "a URL with http:"),
                arguments("<img src=' HTTPS://x.test/a.png'>", ":  HTTPS://x.test/a.png" + PATH + "a URL with https:"),
                arguments("<img src='//x.test/a.png'>", ": //x.test/a.png" + PATH + "a URL of a server"),
                arguments("<img src='file:///etc/passwd'>", ": file:///etc/passwd" + PATH + "a URL with file:"),
                arguments("<img src='jar:file:/x!/y'>", ": jar:file:/x!/y" + PATH + "a URL with jar:"),
                arguments("<img src='classpath:/x'>", ": classpath:/x" + PATH + "a URL with classpath:"),
                arguments("<img src='../../x.png'>", ": ../../x.png" + PATH + "a path out of the bucket"),
                arguments("<img src='%2e%2e/%2e%2e/x'>", ": %2e%2e/%2e%2e/x" + PATH + "a path out of the bucket"),
                arguments("<img src='/.edgepix/x'>", ": /.edgepix/x" + PATH + "a key of edgepix itself"),
                arguments("<img src='%zz'>", ": %zz" + PATH + "a path that is not percent-encoded UTF-8"),
                arguments(
                        "<link rel=stylesheet href='http://x/a.css'>", ": http://x/a.css" + PATH + "a URL with http:"),
                arguments("<style>@import 'http://x/a.css';</style>", ": http://x/a.css" + PATH + "a URL with http:"),
                arguments("<style>@import url(ftp://x/a);</style>", ": ftp://x/a" + PATH + "a URL with ftp:"),
                arguments("<p style='background:url(http://x/a)'>a", ": http://x/a" + PATH + "a URL with http:"),
                arguments("<table background='http://x/a'><td>a", ": http://x/a" + PATH + "a URL with http:"),
                arguments(
                        "<style>p:before{content:url(http://x/a)}</style><p>",
                        ": http://x/a" + PATH + "a URL with http:"),
                arguments(
                        "<ul style='list-style-image:url(http://x/a)'><li>",
                        ": http://x/a" + PATH + "a URL with http:"),
                arguments(
                        "<style>@font-face{font-family:F;src:url(http://x/a)}</style>",
                        ": http://x/a" + PATH + "a URL with http:"),
                arguments(
                        "<svg><image href='http://x/a' width=9 height=9 /></svg>",
                        ": <svg>: http://x/a: expected pictures in a" + " drawing with data: URLs, got another URL"),
                arguments(
                        "<svg><use href='http://x/a#b'/></svg>",
                        ": <svg>: http://x/a#b: expected pictures in a drawing with data: URLs, got another URL"),
                arguments(
                        "<svg><rect style='fill:url(file:///x)'/></svg>",
                        ": <svg>: file:///x: expected pictures in a drawing with data: URLs, got another URL"),
                arguments(
                        "<svg><text>Hello 髙</text></svg>",
                        ": <svg>: 髙 (U+9AD9): expected Latin, Greek or Cyrillic text in a drawing, got another"
                                + " character; draw it as a path, or put HTML next to the drawing"),
                arguments("{{> http://x/a}}", ": http://x/a" + PATH + "a URL with http:"),
                arguments(
                        "<a href='javascript:alert(1)'>a</a>",
                        ": <a href>: expected a link with http, https, mailto or tel," + " got javascript:"),
                arguments("<a href='a.pdf' download='a'>a</a>", ": <a download>: expected a link, got an attachment"),
                arguments(
                        "<base href='http://x/'>",
                        ": <base>: expected elements for print, got <base>; URLs are relative to" + " the template"),
                arguments(
                        "<script>alert(1)</script>",
                        ": <script>: expected elements for print, got <script>; scripts cannot" + " run in a PDF"),
                arguments(
                        "<iframe src='http://x'></iframe>",
                        ": <iframe>: expected elements for print, got <iframe>; frames" + " cannot be printed"),
                arguments(
                        "<object data='a.pdf'></object>",
                        ": <object>: expected elements for print, got <object>; use <img>" + " for pictures"),
                arguments("<input>", ": <input>: expected elements for print, got <input>; forms cannot be filled in"),
                arguments(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;",
                        ": <!DOCTYPE>: expected no" + " declarations in it, got some, such as entities"),
                arguments(
                        "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;'>]><p>&m;",
                        ": <!DOCTYPE>: expected no declarations" + " in it, got some, such as entities"),
                arguments("<img>", ": <img>: expected the URL of a picture in src, got none"),
                arguments("<img src='no.png'>", ": invoices/no.png: expected a file in the bucket, got none"),
                arguments("<link rel=stylesheet href='/no.css'>", ": no.css: expected a file in the bucket, got none"),
                arguments(
                        "<p style='background:url(no.png)'>a",
                        ": invoices/no.png: expected a file in the bucket, got none"),
                arguments(
                        "<img src='data:image/png;base64,AAAA'>",
                        ": data:image/png;base64,AAAA: The format of the file is"
                                + " unknown; JPEG, PNG, WebP, GIF, TIFF, BMP, PSD and ICO are supported."),
                arguments("<img src='data:'>", ": data:: expected a data: URL, got a malformed one"));
    }

    @ParameterizedTest
    @MethodSource("reachingOut")
    void template_thatReachesOut_isRefused(String html, String error) {
        assertThatThrownBy(() -> fixture.render(html))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN))
                .hasMessage("invoices/t.html" + error);
        assertThat(fixture.read()).isSubsetOf(List.of("invoices/t.html", "invoices/no.png", "no.css"));
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                arguments(Reason.TOO_LARGE, "<p style='height:100000000px'>a", PAGES),
                arguments(Reason.TOO_LARGE, "<p style='padding:99999999px'>a", PAGES),
                arguments(Reason.TOO_LARGE, "<p style='position:absolute;top:1000000000px'>a", PAGES),
                arguments(Reason.TOO_LARGE, "<p style='page-break-after:always'>a".repeat(40), PAGES),
                arguments(Reason.TOO_LARGE, "<table>" + "<tr><td>a".repeat(1500), PAGES),
                arguments(
                        Reason.TOO_LARGE,
                        "<style>@page{-fs-max-overflow-pages:1000000}</style>" + "<p style='white-space:nowrap'>"
                                + "abc ".repeat(20_000),
                        PAGES),
                arguments(
                        Reason.TOO_LARGE,
                        "<p>" + "あ".repeat(200_001),
                        ": expected at most 200000 characters of text (10000" + " for each of 20 pages), got 200001"),
                arguments(
                        Reason.TOO_LARGE,
                        "<b></b>".repeat(20_001),
                        ": expected at most 20000 elements of HTML (1000 for" + " each of 20 pages), got 20001"),
                arguments(
                        Reason.TOO_LARGE,
                        "x".repeat(3_000_001),
                        ": expected a file of at most 3000000 bytes, got more"),
                arguments(
                        Reason.TOO_LARGE,
                        "{{#a}}{{#a}}{{#a}}{{b}}{{/a}}{{/a}}{{/a}}",
                        ": expected at most 3000000" + " characters of HTML after the data is filled in, got more"),
                arguments(Reason.BROKEN, "<div>".repeat(5000), ": <div>" + DEEP),
                arguments(Reason.BROKEN, "<table><tr><td>".repeat(100), ": <tr>" + DEEP),
                arguments(
                        Reason.BROKEN,
                        "{{#a}}".repeat(20_000) + "{{/a}}".repeat(20_000),
                        ": expected less deeply nested" + " sections"),
                arguments(
                        Reason.BROKEN,
                        "<style>p{color:" + "rgb(".repeat(50_000) + "}</style><p>a",
                        ": expected less deeply nested elements and styles, got too many levels"),
                arguments(
                        Reason.BROKEN,
                        "<table><tr><td colspan=1000000>a",
                        ": table: expected cells over at most 1000" + " columns and rows, got 1000000"),
                arguments(
                        Reason.BROKEN,
                        "<style>p:after{content:leader('')}</style><p>a",
                        ": leader(): expected characters to" + " repeat, got none"),
                arguments(
                        Reason.BROKEN,
                        "<style>@page{size:0 0}</style><p>a",
                        ": @page: expected room between the margins, got" + " none"),
                arguments(
                        Reason.BROKEN,
                        "<style>@page{size:10000in 10in}</style><p>a",
                        ": @page: expected a page of at most 200" + " in on a side, got 10000 in"));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void template_withoutAnEnd_isRefused(Reason reason, String html, String error) {
        String data = "{\"b\": \"" + "x".repeat(100) + "\", \"a\": [" + "1,".repeat(99) + "1]}";

        assertThatThrownBy(() -> fixture.render(html, data))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessage("invoices/t.html" + error);
    }

    @Test
    void template_thatTakesTooLong_isStopped() throws Exception {
        DocumentFixture quick = new DocumentFixture(new DocumentLimits(1000, 10_000_000, 1));
        quick.put("invoices/t.css", "p:nth-child(2n) b { color: red }\n".repeat(100_000));

        assertThatThrownBy(() -> quick.render("<link rel=stylesheet href=t.css>" + "<p><b>a</b>".repeat(1000)))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("invoices/t.html: expected at most 1 s to render, got more");
    }

    @Test
    void sectionsWithoutOutput_thatTakeTooLong_areStopped() {
        DocumentFixture quick = new DocumentFixture(new DocumentLimits(1000, 10_000_000, 1));
        String data = "{\"a\": [" + "1,".repeat(99) + "1]}";

        assertThatThrownBy(() -> quick.render("{{#a}}".repeat(9) + "{{/a}}".repeat(9), data))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("invoices/t.html: expected at most 1 s to render, got more");
    }

    @Test
    void pdf_overItsBytes_isRefused() {
        DocumentFixture small = new DocumentFixture(new DocumentLimits(20, 3000, 30));

        assertThatThrownBy(() -> small.render("<p>いろはにほへとちりぬるをわかよたれそつねならむ"))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("invoices/t.html: expected at most 3000 bytes of PDF, got more");
    }

    @Test
    void store_thatFails_isNotTheFaultOfTheTemplate() {
        assertThatThrownBy(() -> fixture.render("<img src='a.down'>"))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessage("invoices/t.html: invoices/a.down: the file could not be read: the bucket is away");
    }
}
