package io.edgepix.localedge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageHtmlTest {
    private static final List<Key> CAT = List.of(new Key("cat.jpg"));
    private static final String SIGNING = "'signing':{'keys':['0123456789abcdef0123456789abcdef']";

    private static String page(Originals originals, String config) {
        Offer offer = ConfigReader.read(config.replace('\'', '"')).offer();
        OriginalLinks links = new OriginalLinks(offer, InstantSource.system());
        return new PageHtml("http://localhost:8080", Path.of("my <pictures>"), offer, links).of(originals);
    }

    private static String page(Originals originals) {
        return page(originals, "{}");
    }

    @Test
    void aPicture_hasAllItsUrlsAsLinksAndAsText() {
        String page = page(new Originals(CAT, 1, List.of(), 0, List.of(), true));

        assertThat(page)
                .contains("<img src=\"http://localhost:8080/cat.jpg?d=400x400\" alt=\"cat.jpg\" loading=\"lazy\">")
                .contains(
                        "<a href=\"http://localhost:8080/cat.jpg?d=400x300&amp;fit=cover\">400x300, cropped to fill</a>"
                                + "<code>http://localhost:8080/cat.jpg?d=400x300&amp;fit=cover</code>")
                .doesNotContain("<p>The page shows the first", "<details>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b.jpg           | a b.jpg                | a%20b.jpg",
                "고양이.jpg          | 고양이.jpg              | %EA%B3%A0%EC%96%91%EC%9D%B4.jpg",
                "100%.jpg          | 100%.jpg               | 100%25.jpg",
                "a+b.jpg           | a+b.jpg                | a%2Bb.jpg",
                "#1?d=2.jpg        | #1?d=2.jpg             | %231%3Fd=2.jpg",
                "a&b'c.jpg         | a&amp;b&#39;c.jpg      | a&amp;b&#39;c.jpg",
                "\"><script>.jpg   | &quot;&gt;&lt;script&gt;.jpg | %22%3E%3Cscript%3E.jpg"
            })
    void aKey_isEscapedAsTextAndEncodedAsUrl(String key, String text, String path) {
        String page = page(new Originals(List.of(new Key(key)), 1, List.of(new Key(key)), 1, List.of(), true));

        assertThat(page)
                .contains("alt=\"" + text + "\"")
                .contains("<h2><bdi>" + text + "</bdi></h2>")
                .contains("src=\"http://localhost:8080/" + path + "?d=400x400\"")
                .contains("<code>http://localhost:8080/" + path + "</code>")
                .contains("<li><a href=\"http://localhost:8080/" + path + "\"><bdi>" + text + "</bdi></a></li>")
                .doesNotContain("<script");
    }

    @Test
    void anEmptyBucket_namesTheFolder() {
        assertThat(page(new Originals(List.of(), 0, List.of(), 0, List.of(), true)))
                .contains("The bucket has no pictures yet. Put a picture into <code>my &lt;pictures&gt;</code>")
                .doesNotContain("<img");
    }

    @Test
    void morePicturesThanShown_areCounted() {
        assertThat(page(new Originals(CAT, 70, List.of(), 0, List.of(), true))).contains("the first 1 of 70 pictures.");
        assertThat(page(new Originals(CAT, 1, List.of(), 0, List.of("lost+found/", "<b>/"), true)))
                .contains("These folders could not be read: lost+found/, &lt;b&gt;/");
        assertThat(page(new Originals(CAT, 999, List.of(), 1, List.of(), false)))
                .contains("the first 1 pictures. The bucket may have more.");
    }

    @Test
    void otherFiles_areLinked() {
        Originals originals = new Originals(List.of(), 0, List.of(new Key("notes.txt")), 30, List.of(), true);

        assertThat(page(originals))
                .contains("<summary>Other files: 30</summary>")
                .contains("<a href=\"http://localhost:8080/notes.txt\"><bdi>notes.txt</bdi></a>")
                .contains("These are the first 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                             | A requested side is rounded up to one of 18 lengths from 32 to 4096 pixels.",
                "{'sizes':{'ladder':[100]}}     | Every requested side is rounded to 100 pixels.",
                "{'sizes':{'list':['9x9']}}     | The configuration lists the sizes on offer.",
                "{'sizes':{'open':900}}         | A side has at most 900 pixels.",
                "{" + SIGNING + ",'originals':false}} | URLs with a size need a signature.",
                "{" + SIGNING + "}}             | All URLs need a signature."
            })
    void theConfiguration_isInTheIntroduction(String config, String sentence) {
        assertThat(page(new Originals(CAT, 1, List.of(), 0, List.of(), true), config))
                .contains(sentence);
    }
}
