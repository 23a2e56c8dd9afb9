package io.edgepix.viewerrequest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.derivative.Config;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/webp                                           | cat.jpg  | webp",
                "image/avif,image/webp,image/apng,*/*;q=0.8           | cat.jpg  | webp",
                "IMAGE/WebP ; q=0.1                                   | cat.jpg  | webp",
                "image/webp;v=1;q=0.5                                 | cat.jpg  | webp",
                "text/html , image/webp;Q=1.000                       | cat.png  | webp",
                "image/webp;q=0                                       | cat.jpg  | jpeg",
                "image/webp;q=0.000,*/*                               | cat.jpg  | jpeg",
                "image/webp; q=0 , image/*                            | cat.png  | png",
                "image/webp;q=oops                                    | cat.jpg  | jpeg",
                "image/webp;q=                                        | cat.jpg  | jpeg",
                "image/webpx                                          | cat.jpg  | jpeg",
                "image/png,image/*;q=0.8,*/*;q=0.5                    | cat.jpg  | jpeg",
                "image/png,image/*;q=0.8,*/*;q=0.5                    | cat.png  | png",
                "*/*                                                  | cat.jpg  | jpeg",
                "image/*                                              | cat.gif  | png",
                "''                                                   | cat.PNG  | png",
                "''                                                   | cat.webp | png",
                "''                                                   | cat.TIFF | png",
                "''                                                   | cat      | jpeg",
                "''                                                   | cat.jpeg | jpeg",
                ",,;;q=1,=                                            | cat.jpg  | jpeg",
                "image/avif                                           | cat.jpg  | jpeg"
            })
    void decide_acceptOfABrowser_choosesTheFormat(String accept, String key, String format) {
        assertThat(format(Config.defaults(), accept, "Mozilla/5.0 (Linux; Android 14) Chrome/130", key))
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "4.3   | -                                  | webp",
                "4.4.4 | -                                  | webp",
                "14    | -                                  | webp",
                "10.1  | */*                                | webp",
                "14    | image/*                            | webp",
                "4.2.2 | -                                  | jpeg",
                "2.3   | -                                  | jpeg",
                "4     | -                                  | jpeg",
                "4.2   | image/webp                         | webp",
                "14    | image/webp;q=0                     | jpeg",
                "14    | image/png,image/*;q=0.8,*/*;q=0.5  | jpeg",
                "X     | -                                  | jpeg"
            })
    void decide_dalvikOfAnAndroidVersion_getsWebpFrom43(String version, String accept, String format) {
        String userAgent = "Dalvik/2.1.0 (Linux; U; Android " + version + "; Pixel 7 Build/TQ1A)";

        assertThat(format(Config.defaults(), accept == null ? "" : accept, userAgent, "cat.jpg"))
                .isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "okhttp/4.12.0                                  | ''             | webp",
                "okhttp/5.3.2                                   | */*            | webp",
                "MyApp/3 (Android 4.0.4) okhttp/2.7.5           | ''             | jpeg",
                "MyApp/3 (Android 13) okhttp/4.9                | ''             | webp",
                "okhttp/4.12.0                                  | image/webp;q=0 | jpeg",
                "okhttp/4.12.0                                  | image/jpeg     | jpeg",
                "Mozilla/5.0 (Linux; Android 14) Chrome/130     | */*            | jpeg",
                "curl/8.0                                       | */*            | jpeg",
                "''                                             | ''             | jpeg"
            })
    void decide_otherClients_areTakenAtTheirWord(String userAgent, String accept, String format) {
        assertThat(format(Config.defaults(), accept, userAgent, "cat.jpg")).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/avif,image/webp     | avif",
                "image/avif;q=0,image/webp | webp",
                "image/avif;q=0.1          | avif",
                "*/*                       | jpeg"
            })
    void decide_whereAvifIsOffered_itComesFirst(String accept, String format) {
        assertThat(format(Config.parse("{\"avif\":true}"), accept, "", "cat.jpg"))
                .isEqualTo(format);
    }

    private static String format(Config config, String accept, String userAgent, String key) {
        Decision decision = new Rule(config).decide(new ViewerRequest("/" + key, "d=200x200", accept, userAgent));
        String path = ((Decision.Rewrite) decision).uri();
        return path.substring("/200x200/".length(), path.indexOf('/', "/200x200/".length()));
    }
}
