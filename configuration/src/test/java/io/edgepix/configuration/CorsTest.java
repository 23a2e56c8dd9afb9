package io.edgepix.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivative.Cors;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    @Test
    void cors_byDefault_isForEveryPage() {
        Cors cors = ConfigReader.defaults().offer().cors();

        assertThat(cors.isOn()).isTrue();
        assertThat(cors.isListed()).isFalse();
        assertThat(cors.allowed("")).isEqualTo("*");
        assertThat(cors.allowed("https://a.example")).isEqualTo("*");
    }

    @Test
    void cors_empty_isForNoPage() {
        Cors cors = ConfigReader.read("{\"cors\":\"\"}").offer().cors();

        assertThat(cors.isOn()).isFalse();
        assertThat(cors.isListed()).isFalse();
        assertThat(cors.allowed("https://a.example")).isEmpty();
    }

    @Test
    void cors_aList_isForThosePagesAlone() {
        Cors cors = ConfigReader.read("{\"cors\":[\"https://a.example\",\"http://localhost:3000\"]}")
                .offer()
                .cors();

        assertThat(cors.isListed()).isTrue();
        assertThat(List.of("https://a.example", "http://localhost:3000"))
                .allSatisfy(origin -> assertThat(cors.allowed(origin)).isEqualTo(origin));
        assertThat(List.of("", "null", "http://a.example", "https://a.example:8443", "https://a.example.evil.example"))
                .allSatisfy(origin -> assertThat(cors.allowed(origin)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "[]",
                "\"https://a.example\"",
                "[1]",
                "[\"*\"]",
                "[\"null\"]",
                "[\"a.example\"]",
                "[\"https://a.example/\"]",
                "[\"https://A.example\"]",
                "[\"https://a.example:443\"]",
                "[\"http://a.example:80\"]",
                "[\"https://*.a.example\"]",
                "[\"https://a.example,https://b.example\"]",
                "[\"ftp://a.example\"]",
                "[\"https://user@a.example\"]",
                "[\"https://a.example?b\"]",
                "[\"https://[::1]:8443\"]",
                "[\"https://a example\"]"
            })
    void cors_anythingElse_isAnErrorThatNamesTheField(String value) {
        assertThatThrownBy(() -> ConfigReader.read("{\"cors\":" + value + "}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cors");
    }

    /** All origins are one parameter of the stack, which has a maximum length. */
    @Test
    void cors_withTooManyCharacters_isRefused() {
        String origin = "\"https://" + "a".repeat(150) + ".example\"";

        assertThatThrownBy(() ->
                        ConfigReader.read("{\"cors\":[" + String.join(",", Collections.nCopies(30, origin)) + "]}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("4000 characters");
    }

    @Test
    void contentSecurityPolicy_withALineBreak_isRefused() {
        assertThatThrownBy(() -> ConfigReader.read("{\"contentSecurityPolicy\":\"sandbox\\nX: y\"}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("contentSecurityPolicy");
    }
}
