package io.edgepix.quality.conformance;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as {@code --json} writes them: one flat object for each row. A missing value is null. */
final class ConformanceJson {
    private ConformanceJson() {}

    static String of(List<ConformanceRow> rows) {
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(of(row)));
        return new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(array);
    }

    private static JsonObject of(ConformanceRow row) {
        ConformanceRow.Request request = row.request();
        DecodedInfo decoded = row.ours().decoded();
        DecodedInfo peerDecoded = row.peer().decoded();
        JsonObject json = new JsonObject();
        json.addProperty("picture", request.picture());
        json.addProperty("box", request.box());
        json.addProperty("format", request.format());
        json.addProperty("engine", request.engine());
        json.addProperty("width", number(decoded, DecodedInfo::width));
        json.addProperty("height", number(decoded, DecodedInfo::height));
        json.addProperty("peerWidth", number(peerDecoded, DecodedInfo::width));
        json.addProperty("peerHeight", number(peerDecoded, DecodedInfo::height));
        json.addProperty("ssim", number(row.similarity(), Similarity::ssim));
        json.addProperty("deltaE", number(row.similarity(), Similarity::deltaE));
        json.addProperty("frames", number(decoded, DecodedInfo::frames));
        json.addProperty("peerFrames", number(peerDecoded, DecodedInfo::frames));
        json.addProperty("bytes", row.ours().bytes());
        json.addProperty("peerBytes", row.peer().bytes());
        json.addProperty("millis", row.ours().millis());
        json.addProperty("peerMillis", row.peer().millis());
        json.addProperty("error", row.ours().error());
        json.addProperty("peerError", row.peer().error());
        json.addProperty("browserSsim", number(row.browser().similarity(), Similarity::ssim));
        json.addProperty("browserDeltaE", number(row.browser().similarity(), Similarity::deltaE));
        json.addProperty("browserError", row.browser().error());
        json.addProperty("served", row.verdict().served());
        json.addProperty("verdict", row.verdict().status().words());
        json.addProperty("why", row.verdict().why());
        return json;
    }

    private static <T> @Nullable Number number(@Nullable T of, Function<T, Number> figure) {
        return of == null ? null : figure.apply(of);
    }
}
