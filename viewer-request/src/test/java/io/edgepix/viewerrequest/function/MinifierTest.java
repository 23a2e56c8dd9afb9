package io.edgepix.viewerrequest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what the minifier changes and keeps. The tables run its result. */
class MinifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "const long = 1; // comment                        | const a=1;",
                "const long = 'a // b' + \" c\";                   | const a='a // b'+\" c\";",
                "const long = '\\'  x';                             | const a='\\'  x';",
                "const long = /[/'] +x/i; const other = long;      | const a=/[/'] +x/i;~const b=a;",
                "const long = 6 / 3 / 2;                           | const a=6/3/2;",
                "const long = { width: 1, 'b': 2 }; long.width;    | const a={width:1,'b':2};~a.width;",
                "const many = (one, two) => (one ? two : many);    | const a=(b,c)=>(b?c:a);",
                "function handler(event) { return event.uri; }     | function handler(a){return a.uri}",
                "function other(x) { if (x) { throw x; } }         | function b(a){if(a){throw a}}",
                "const width = [1]; width.map((width) => width);   | const a=[1];~a.map((a)=>a);",
                "let x; try { x = 1; } catch (e) { x = typeof e; } | let a;~try{a=1}~catch(b){a=typeof b}"
            })
    void minify_code_keepsStringsRegexesAndProperties(String code, String expected) {
        assertThat(Minifier.minify(code).strip()).isEqualTo(expected.replace('~', '\n'));
    }

    @Test
    void minify_manyNames_skipsWordsOfTheLanguage() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 2500; i++) {
            code.append("const name").append(i).append(" = 1;");
        }

        assertThat(Minifier.minify(code.toString()).lines())
                .doesNotHaveDuplicates()
                .hasSize(2500)
                .contains("const aa=1;")
                .doesNotContain("const do=1;", "const if=1;", "const in=1;", "const cf=1;");
    }

    @Test
    void minify_nameWithoutADeclaration_isReported() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Minifier.minify("const one = tow;"))
                .withMessage("Expected a declaration of tow");
    }

    @Test
    void minify_aPartOfTheLanguageThatItDoesNotRead_isReported() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Minifier.minify("const one = `a`;"))
                .withMessage("Expected a token, got: `a`;");
    }
}
