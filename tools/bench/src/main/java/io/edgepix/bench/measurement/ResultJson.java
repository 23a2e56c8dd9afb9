package io.edgepix.bench.measurement;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as {@code --json} writes them: one flat object for each row. A value that does not apply is null. */
public final class ResultJson {
    private ResultJson() {}

    /** Returns an array of the rows. */
    public static String of(List<ResultRow> rows) {
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(of(row)));
        return new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(array);
    }

    private static JsonObject of(ResultRow row) {
        ResultRow.Derivatives derivatives = row.derivatives();
        JsonObject json = new JsonObject();
        json.addProperty("case", row.of().name());
        json.addProperty("picture", row.of().picture());
        json.addProperty("box", row.of().box());
        json.addProperty("format", row.of().format());
        json.addProperty("engine", row.ours().engine());
        json.addProperty("peer", row.peer().engine());
        json.addProperty("engineValue", row.ours().value());
        json.addProperty("peerValue", row.peer().value());
        json.addProperty("unit", row.unit());
        json.addProperty("ratio", row.ratio());
        json.addProperty("quality", derivatives == null ? null : (Integer) derivatives.quality());
        json.addProperty("bytesRatio", derivatives == null ? null : (Double) derivatives.bytesRatio());
        json.addProperty("ssimDb", derivatives == null ? null : (Double) derivatives.decibels());
        json.addProperty("peerSsimDb", derivatives == null ? null : (Double) derivatives.peerDecibels());
        json.addProperty("equalBytesRatio", derivatives == null ? null : finite(derivatives.equalBytes()));
        json.addProperty(
                "equalBytesRatioBySsimulacra2",
                derivatives == null ? null : finite(derivatives.equalBytesBySsimulacra2()));
        json.addProperty("runs", row.runs());
        return json;
    }

    /** Returns null for infinity, which JSON does not have. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value == null || value.isInfinite() ? null : value;
    }
}
