package io.edgepix.quality.worker;

import com.google.gson.JsonObject;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.model.RenderRequest;
import java.util.Objects;

/**
 * A request to render one derivative with one renderer.
 *
 * @param engine {@link RenderWorker#NATIVE} or {@link RenderWorker#PORTABLE}
 * @param box as {@code 300x200}
 * @param quality 1 to 100
 * @param lenient whether a derivative of the readable part of a truncated picture is accepted
 */
public record RenderJob(String engine, String box, Fit fit, Focus focus, Format format, int quality, boolean lenient) {
    private static final int WHITE = 0xFFFFFF;

    /** Creates a job for a complete picture inside the box. */
    public RenderJob(String engine, String box, Format format, int quality) {
        this(engine, box, Fit.CONTAIN, Focus.CENTRE, format, quality, false);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("op", "render");
        json.addProperty("engine", engine);
        json.addProperty("box", box);
        json.addProperty("fit", fit.token());
        json.addProperty("focusX", focus.x());
        json.addProperty("focusY", focus.y());
        json.addProperty("format", format.token());
        json.addProperty("quality", quality);
        json.addProperty("lenient", lenient);
        return json;
    }

    static RenderJob of(JsonObject json) {
        return new RenderJob(
                json.get("engine").getAsString(),
                json.get("box").getAsString(),
                Fit.of(json.get("fit").getAsString()),
                new Focus(json.get("focusX").getAsInt(), json.get("focusY").getAsInt()),
                Objects.requireNonNull(Format.ofToken(json.get("format").getAsString())),
                json.get("quality").getAsInt(),
                json.get("lenient").getAsBoolean());
    }

    RenderRequest request() {
        try {
            return new RenderRequest(Size.parse(box), fit, focus, format, quality, WHITE);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(box, e);
        }
    }
}
