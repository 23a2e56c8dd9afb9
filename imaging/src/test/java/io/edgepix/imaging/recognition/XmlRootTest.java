package io.edgepix.imaging.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRootTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "<svg>",
                "<svg\nwidth='4'>",
                " \r\n\t<svg >",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0' encoding='UTF-8' standalone=\"no\"?>\n<svg/>",
                "<!-- > <html> --><!----><svg/>",
                "<?xml-stylesheet href='a.css'?><svg/>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \"http://www.w3.org/svg11.dtd\"><svg/>",
                "<!DOCTYPE svg [<!ENTITY a \"]>\"><!ENTITY b '<html>'><!-- ']> --><?p ]> ?>]><svg/>"
            })
    void name_rootAfterAnythingThatXmlAllows_isFound(String text) {
        assertThat(XmlRoot.name(text.getBytes(StandardCharsets.UTF_8))).contains("svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void name_everyEncoding_isFoundWithAndWithoutItsMark(String charset) {
        String text = "<?xml version='1.0'?><!-- \u00E4\uC0AC\u013C\u3E2D --><svg/>";

        assertThat(XmlRoot.name(text.getBytes(Charset.forName(charset)))).contains("svg");
        assertThat(XmlRoot.name(("\uFEFF" + text).getBytes(Charset.forName(charset))))
                .contains("svg");
    }

    @ParameterizedTest
    @CsvSource({"<html>, html", "<SVG/>, SVG", "<svgz/>, svgz", "<a:b:svg/>, svg"})
    void name_otherRoots_areReturned(String text, String name) {
        assertThat(XmlRoot.name(text.getBytes(StandardCharsets.UTF_8))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<svg",
                "svg>",
                "text <svg/>",
                "<!-- <svg/>",
                "<?xml <svg/>",
                "<!DOCTYPE svg [<svg/>",
                "<!DOCTYPE svg '<svg/>",
                "<![CDATA[<svg/>]]>",
                "</svg>",
                "<\u00E4svg/>",
                "< svg/>"
            })
    void name_noRoot_isEmpty(String text) {
        assertThat(XmlRoot.name(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void name_millionsOfComments_areOnePass() {
        String text = "<!---->".repeat(1_000_000) + "<!DOCTYPE a [" + "[".repeat(1_000_000);

        assertThat(XmlRoot.name(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
