package io.edgepix.localqueue.bulk;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.edgepix.cli.CommandException;
import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.ConfigReader;
import java.util.List;

/** A configuration whose wanted derivatives are replaced by those of the command line. */
public final class BulkConfig {
    private static final String PREGENERATE = "pregenerate";

    private BulkConfig() {}

    /**
     * Reads a configuration.
     *
     * @param text the text of edgepix.json
     * @param sizes the sizes of all originals; empty for those of the configuration
     * @param formats the formats of all originals; empty for those of the configuration
     * @throws CommandException if a size or a format is not offered
     */
    public static Config read(String text, List<String> sizes, List<String> formats) {
        Config config = ConfigReader.read(text);
        if (sizes.isEmpty() && formats.isEmpty()) {
            return config;
        }
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        if (!json.has(PREGENERATE)) {
            json.add(PREGENERATE, new JsonObject());
        }
        JsonObject pregenerate = json.getAsJsonObject(PREGENERATE);
        replace(pregenerate, "sizes", sizes);
        replace(pregenerate, "formats", formats);
        try {
            return ConfigReader.read(json.toString());
        } catch (ConfigException e) {
            // The fields of the message are those of the options.
            throw new CommandException(
                    String.valueOf(e.getMessage()).replaceAll("(?m)^.*?" + PREGENERATE + "\\.(?=sizes|formats)", "--"),
                    e);
        }
    }

    /** Tells whether two configurations are the same JSON, apart from spaces and the order of fields. */
    public static boolean isSame(String text, String other) {
        return JsonParser.parseString(text).equals(JsonParser.parseString(other));
    }

    /** Replaces a field, also in all rules. */
    private static void replace(JsonObject pregenerate, String field, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        pregenerate.add(field, array);
        if (pregenerate.has("rules")) {
            for (JsonElement rule : pregenerate.getAsJsonArray("rules")) {
                rule.getAsJsonObject().remove(field);
            }
        }
    }
}
