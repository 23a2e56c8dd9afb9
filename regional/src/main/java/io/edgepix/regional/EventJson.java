package io.edgepix.regional;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Reads events and writes responses as JSON. */
final class EventJson {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private EventJson() {}

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it is not a JSON object
     */
    static APIGatewayV2HTTPEvent read(InputStream json) {
        try {
            APIGatewayV2HTTPEvent event =
                    GSON.fromJson(new InputStreamReader(json, StandardCharsets.UTF_8), APIGatewayV2HTTPEvent.class);
            if (event == null) {
                throw new IllegalArgumentException("expected an event as a JSON object, got nothing");
            }
            return event;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("expected an event as a JSON object: " + e.getMessage(), e);
        }
    }

    static void write(APIGatewayV2HTTPResponse response, OutputStream json) throws IOException {
        Writer writer = new OutputStreamWriter(json, StandardCharsets.UTF_8);
        GSON.toJson(response, writer);
        writer.flush();
    }
}
