package io.edgepix.pregenerate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.edgepix.documents.DocumentException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredDataTest {
    @Test
    void parse_textsWithCommas_areOneValueEach() throws Exception {
        JsonObject data = parse("{\"a\": \"1,2,[,{\", \"b\": \"\\\",\"}", 2);

        assertThat(data.get("b").getAsString()).isEqualTo("\",");
    }

    @Test
    void parse_moreValuesThanAllowed_isTooLarge() {
        assertThatThrownBy(() -> parse("{\"a\": [1, 2, 3]}", 3))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.reason()).isEqualTo(DocumentException.Reason.TOO_LARGE))
                .hasMessage("d.json: expected data with at most 3 fields and elements, got more");
    }

    @Test
    void parse_tooManyLevels_isBroken() {
        assertThatThrownBy(() -> parse("{\"a\": " + "[".repeat(2000) + "]".repeat(2000) + "}", 5000))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(DocumentException.Reason.BROKEN))
                .hasMessageStartingWith("d.json: expected a JSON object, got a mistake at line 1 column ");
    }

    private static JsonObject parse(String json, long maxValues) throws DocumentException {
        return StoredData.parse("d.json", json.getBytes(StandardCharsets.UTF_8), maxValues);
    }
}
