package io.edgepix.viewerrequest.fuzz;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@code edgepix.json} as the README describes it, read without the code under test.
 *
 * @param exact the sizes that are never rounded: those of the list and of the presets
 * @param ladder the rungs, ascending; null if there is no ladder
 */
record ConfigModel(
        String json,
        JsonObject fields,
        Map<String, RequestedDerivative> presets,
        List<Box> exact,
        @Nullable List<Integer> ladder,
        List<String> keys) {
    private static final List<Integer> LADDER =
            List.of(32, 48, 64, 100, 200, 300, 400, 500, 600, 720, 800, 1000, 1200, 1440, 1920, 2560, 3200, 4096);
    private static final Map<String, String> PRESETS = Map.of("small", "368x", "medium", "720x", "large", "1440x");
    private static final Map<String, Integer> QUALITY = Map.of("avif", 50, "webp", 80, "jpeg", 80);

    /** Configurations of every kind. */
    static final List<ConfigModel> ALL = List.of(
            of("{}"),
            of("{\"avif\":true,\"presets\":{\"avatar\":\"96x96-cover-q60\",\"hero\":\"x720-q90\"}}"),
            of(
                    "{\"sizes\":{\"list\":[\"200x200\",\"640x\",\"x480\",\"500x300\"],\"variance\":5},\"presets\":{\"icon\":\"32x32-pad\"}}"),
            of("{\"sizes\":{\"open\":2000},\"presets\":{},\"defaultFit\":\"cover\",\"quality\":{\"webp\":33}}"),
            of(
                    "{\"sizes\":{\"ladder\":[7,64,1000,9000],\"variance\":10},\"defaultFit\":\"pad\",\"presets\":{\"avatar\":\"300x300-cover-fp20x44\",\"hero\":\"x720-fill\"}}"),
            of(
                    "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\",\"a-second-key-for-rotation-of-keys!\"]},\"avif\":true}"),
            of(
                    "{\"signing\":{\"keys\":[\"0123456789abcdef0123456789abcdef\"],\"originals\":false},\"defaultExtension\":\"jpg\"}"),
            of(
                    "{\"clientHints\":{\"dpr\":true,\"width\":\"800x\",\"saveData\":40},\"sizes\":{\"ladder\":[50,100,400,800,1600]}}"),
            of(
                    "{\"urls\":[\"/prew/{preset}/{key}\",\"/{key}_{width}_{height}_{n}.{ext}\",\"/{width}x{height}/{key}\"],\"defaultExtension\":\"png\"}"));

    private static ConfigModel of(String json) {
        JsonObject fields = JsonParser.parseString(json).getAsJsonObject();
        Map<String, RequestedDerivative> presets = presets(fields);
        return new ConfigModel(json, fields, presets, exact(fields, presets), ladder(fields), keys(fields));
    }

    private static @Nullable List<Integer> ladder(JsonObject fields) {
        JsonElement rungs = object(fields, "sizes").get("ladder");
        if (rungs == null) {
            return fields.has("sizes") ? null : LADDER;
        }
        return rungs.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsInt)
                .toList();
    }

    private static List<Box> exact(JsonObject fields, Map<String, RequestedDerivative> presets) {
        JsonElement list = object(fields, "sizes").get("list");
        List<Box> boxes = new ArrayList<>();
        if (list != null) {
            list.getAsJsonArray().forEach(size -> boxes.add(Box.of(size.getAsString())));
        }
        presets.values().forEach(preset -> boxes.add(preset.requiredBox()));
        return boxes;
    }

    int open() {
        return number("sizes", "open", 0);
    }

    int variance() {
        return number("sizes", "variance", 0);
    }

    private static Map<String, RequestedDerivative> presets(JsonObject fields) {
        Map<String, RequestedDerivative> presets = new TreeMap<>();
        if (fields.has("presets")) {
            object(fields, "presets")
                    .asMap()
                    .forEach((name, text) -> presets.put(name, RequestedDerivative.ofPreset(text.getAsString())));
        } else {
            PRESETS.forEach((name, text) -> presets.put(name, RequestedDerivative.ofPreset(text)));
        }
        return presets;
    }

    String defaultFit() {
        return fields.has("defaultFit") ? fields.get("defaultFit").getAsString() : "contain";
    }

    boolean avif() {
        return fields.has("avif") && fields.get("avif").getAsBoolean();
    }

    /** Returns the default quality of a format, or 0 if the format has no quality. */
    int quality(String format) {
        return number("quality", format, QUALITY.getOrDefault(format, 0));
    }

    boolean usesDpr() {
        return object("clientHints").has("dpr");
    }

    /** Returns the width of {@code d=auto} without a client hint, or 0 if {@code d=auto} is not on offer. */
    int autoWidth() {
        JsonElement width = object("clientHints").get("width");
        return width == null ? 0 : Box.of(width.getAsString()).width();
    }

    int saveData() {
        return number("clientHints", "saveData", 0);
    }

    private static List<String> keys(JsonObject fields) {
        JsonElement keys = object(fields, "signing").get("keys");
        return keys == null
                ? List.of()
                : keys.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList();
    }

    boolean signsOriginals() {
        return !keys().isEmpty() && !object("signing").has("originals");
    }

    boolean hasTemplates() {
        return fields.has("urls");
    }

    String extension() {
        return fields.has("defaultExtension") ? fields.get("defaultExtension").getAsString() : "";
    }

    private int number(String object, String name, int otherwise) {
        JsonElement number = object(object).get(name);
        return number == null ? otherwise : number.getAsInt();
    }

    private JsonObject object(String name) {
        return object(fields, name);
    }

    private static JsonObject object(JsonObject fields, String name) {
        JsonObject object = fields.getAsJsonObject(name);
        return object == null ? new JsonObject() : object;
    }
}
