package io.edgepix.bench.regional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

final class FunctionUrlEventTest {
    @Test
    void aGet_hasThePathInBothPlaces() {
        JsonObject event = JsonParser.parseString(FunctionUrlEvent.get("/200x200/webp/a%20cat.jpg"))
                .getAsJsonObject();
        JsonObject http = event.getAsJsonObject("requestContext").getAsJsonObject("http");
        assertThat(event.get("version").getAsString()).isEqualTo("2.0");
        assertThat(event.get("rawPath").getAsString()).isEqualTo("/200x200/webp/a%20cat.jpg");
        assertThat(http.get("path").getAsString()).isEqualTo("/200x200/webp/a%20cat.jpg");
        assertThat(http.get("method").getAsString()).isEqualTo("GET");
    }
}
