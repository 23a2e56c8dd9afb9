package io.edgepix.bench.worker;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.RenderRequest;
import java.util.Objects;

/**
 * One derivative by one renderer.
 *
 * @param engine {@link RenderWorker#NATIVE} or {@link RenderWorker#PORTABLE}
 * @param box as {@code 300x200}
 * @param quality 1 to 100
 */
public record Job(String engine, String box, Format format, int quality) {
    private static final int WHITE = 0xFFFFFF;

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("op", "render");
        json.addProperty("engine", engine);
        json.addProperty("box", box);
        json.addProperty("format", format.token());
        json.addProperty("quality", quality);
        return json;
    }

    static Job of(JsonObject json) {
        return new Job(
                json.get("engine").getAsString(),
                json.get("box").getAsString(),
                Objects.requireNonNull(Format.ofToken(json.get("format").getAsString())),
                json.get("quality").getAsInt());
    }

    RenderRequest request() {
        try {
            return new RenderRequest(Size.parse(box), Fit.CONTAIN, format, quality, WHITE);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(box, e);
        }
    }
}
