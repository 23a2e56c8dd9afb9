package io.edgepix.bench.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.bench.measurement.BenchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RuntimeApiTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void start() throws IOException {
        api = RuntimeApi.start("KEY", "secret");
    }

    @AfterEach
    void close() {
        api.close();
        http.close();
    }

    @Test
    void anEventThatWaits_isTheAnswerToTheNextQuestion() throws Exception {
        api.send("{\"rawPath\": \"/\"}");
        HttpResponse<String> next = ask("invocation/next");
        assertThat(next.body()).isEqualTo("{\"rawPath\": \"/\"}");
        assertThat(next.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).hasValue("request-1");
        api.await("invocation/next");
    }

    @Test
    void anAnswer_isAMessage() throws Exception {
        post("invocation/request-1/response", "{\"statusCode\": 200}");
        assertThat(api.await("response").body()).isEqualTo("{\"statusCode\": 200}");
    }

    @Test
    void anError_isNotAnAnswer() throws Exception {
        post("invocation/request-1/error", "{\"errorType\": \"Broken\"}");
        assertThatThrownBy(() -> api.await("response"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("expected response")
                .hasMessageContaining("Broken");
    }

    @Test
    void aProcessThatWaitsForASnapshot_continuesAfterIt() throws Exception {
        api.restore();
        assertThat(ask("restore/next").statusCode()).isEqualTo(200);
        api.await("restore/next");
    }

    @Test
    void theCredentials_areThoseOfTheBucket() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(api.credentialsUri())).build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(body).contains("\"AccessKeyId\": \"KEY\"").contains("\"SecretAccessKey\": \"secret\"");
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private URI uri(String path) {
        return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
    }
}
