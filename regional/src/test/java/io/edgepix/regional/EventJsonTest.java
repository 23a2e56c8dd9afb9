package io.edgepix.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventJsonTest {
    @Test
    void anEventOfAFunctionUrl_hasMethodPathAndHeaders() {
        APIGatewayV2HTTPEvent event = read("""
                {"version": "2.0", "rawPath": "/200x200/webp/%E8%A7%92.jpg", "rawQueryString": "",
                 "headers": {"if-none-match": "\\"角\\""}, "isBase64Encoded": false,
                 "requestContext": {"accountId": "1", "timeEpoch": 1796040000000, "stage": "$default",
                  "http": {"method": "HEAD", "path": "/200x200/webp/角.jpg", "protocol": "HTTP/1.1"}},
                 "aNewField": [{}]}
                """);
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("HEAD");
        assertThat(event.getRawPath()).isEqualTo("/200x200/webp/%E8%A7%92.jpg");
        assertThat(event.getHeaders()).containsEntry("if-none-match", "\"角\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"rawPath\": ", "\"text\""})
    void anythingElse_isRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json)).withMessageContaining("expected an event");
    }

    @Test
    void aResponse_hasStatusHeadersAndBody() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        EventJson.write(
                APIGatewayV2HTTPResponse.builder()
                        .withStatusCode(200)
                        .withHeaders(Map.of("ETag", "\"a\""))
                        .withBody("QUI+/w==")
                        .withIsBase64Encoded(true)
                        .build(),
                json);
        assertThat(json.toString(StandardCharsets.UTF_8)).contains("QUI+/w==");
        JsonObject response =
                JsonParser.parseString(json.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(response.get("statusCode").getAsInt()).isEqualTo(200);
        assertThat(response.get("isBase64Encoded").getAsBoolean()).isTrue();
        assertThat(response.getAsJsonObject("headers").get("ETag").getAsString())
                .isEqualTo("\"a\"");
    }

    private static APIGatewayV2HTTPEvent read(String json) {
        return EventJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
