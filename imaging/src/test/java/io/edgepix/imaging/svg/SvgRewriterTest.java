package io.edgepix.imaging.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgRewriterTest {
    private static String rewritten(String document) throws IOException {
        return SvgRewriter.rewritten(
                document,
                SvgDocument.size(document),
                () -> {
                    throw new AssertionError("Expected no need for the fonts");
                },
                notice -> {
                    throw new AssertionError(notice);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg a = 'x' b=\"'>\"  ><!-- <text>\u4E2D --><text>a &lt; b</text ><?p ?><style>a{b:c}</style></svg>",
                "<svg><title>\u4E2D</title><text><title>\u4E2D</title></text></svg>",
                "<svg><text",
                "<svg><text>a</b></text></c></svg></svg>",
                "<svg><![CDATA[ \u4E2D",
                "<svg><rect a='1' a b= c='2",
                "<svg><rect fill='var(--a)' style='fill:var(--b'/><style>a{fill:var(--c)</style></svg>",
                "<svg><rect transform-origin='50%'/><rect transform-origin='a b' transform='scale(2)'/></svg>",
                "<svg><svg><rect transform='scale(2)' transform-origin='center'/></svg></svg>",
                "<svg><rect style='transform-box:fill-box' transform='scale(2)' transform-origin='center'/></svg>",
                "<svg fill='&unknown; var(--a)'/>",
            })
    void rewritten_nothingToChange_isTheSame(String document) throws Exception {
        assertThat(rewritten(document)).isEqualTo(document);
    }

    @Test
    void rewritten_nestedValues_stayShort() throws Exception {
        StringBuilder style = new StringBuilder("--a0:" + "x".repeat(100) + ";");
        for (int i = 1; i < 30; i++) {
            style.append("--a")
                    .append(i)
                    .append(':')
                    .append(("var(--a" + (i - 1) + ")").repeat(10))
                    .append(';');
        }
        String uses = "<rect fill='var(--a0)'/><rect fill='var(--a29)'/>".repeat(10_000);

        assertThat(rewritten("<svg style='" + style + "'>" + uses + "</svg>")).hasSizeLessThan(4_000_000);
    }

    @Test
    void rewritten_circularReferences_end() throws Exception {
        String document = "<svg style='--a:var(--b);--b:var(--a)' fill='var(--a)'/>";

        assertThat(rewritten(document)).contains("fill='var(--a)'");
    }

    @Test
    void rewritten_millionsOfPieces_areOnePass() throws Exception {
        List<String> documents = new ArrayList<>();
        for (String piece :
                List.of("<", "<a ", "<a b='", "<g style='--a:b'>", "<![CDATA[", "{", "(", "/*", "var(", "&")) {
            documents.add("<svg><style>var(--a)" + piece.repeat(200_000));
            documents.add("<svg><text>var(--a)" + piece.repeat(200_000));
            documents.add("<svg><rect style=\"var(--a)" + piece.repeat(200_000) + "\"/></svg>");
        }
        for (String document : documents) {
            assertThat(rewritten(document)).isNotEmpty();
        }
    }
}
