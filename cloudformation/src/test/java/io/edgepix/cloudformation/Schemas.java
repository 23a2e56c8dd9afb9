package io.edgepix.cloudformation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The resource schemas that AWS publishes, from the npm package {@code @aws-cdk/aws-service-spec}. */
final class Schemas {
    private static final Path FILE = Path.of("node_modules/@aws-cdk/aws-service-spec/db.json.gz");

    private final Map<String, JsonObject> resources = new HashMap<>();
    private final Map<String, JsonObject> types = new HashMap<>();

    private Schemas(JsonObject schema) {
        entities(schema, "resource")
                .forEach(entity -> resources.put(string(entity, "cloudFormationType"), entity.getAsJsonObject()));
        entities(schema, "typeDefinition")
                .forEach(entity -> types.put(string(entity, "$id"), entity.getAsJsonObject()));
    }

    static Schemas load() {
        if (!Files.exists(FILE)) {
            throw new IllegalStateException(
                    FILE.toAbsolutePath() + ": expected a file, got none; run npm ci in cloudformation/");
        }
        try (Reader json =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8)) {
            return new Schemas(JsonParser.parseReader(json).getAsJsonObject().getAsJsonObject("schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonArray entities(JsonObject schema, String table) {
        return schema.getAsJsonObject(table).getAsJsonArray("entities");
    }

    static String string(JsonElement object, String name) {
        return object.getAsJsonObject().get(name).getAsString();
    }

    @Nullable
    JsonObject resource(String type) {
        return resources.get(type);
    }

    /** Returns the schema that a type {@code ref} refers to. */
    JsonObject referenced(JsonObject type) {
        JsonObject found = types.get(string(type.get("reference"), "$ref"));
        if (found == null) {
            throw new IllegalStateException("expected a reference to a schema, got " + type);
        }
        return found;
    }
}
