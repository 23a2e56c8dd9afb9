package io.edgepix.bench.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The requested derivatives of one original, rendered in one call if the runner supports that.
 *
 * @param boxes one for each derivative
 * @param quality 1 to 100
 */
public record Conversion(List<Size> boxes, Format format, int quality) {
    private static final int QUALITY = 80;
    private static final int AVIF_QUALITY = 50;

    /** Returns a conversion at the quality at which the format is measured. */
    public static Conversion of(Format format, String... boxes) {
        List<Size> sizes = List.of(boxes).stream().map(Size::parse).toList();
        return new Conversion(sizes, format, format == Format.AVIF ? AVIF_QUALITY : QUALITY);
    }

    /** Returns the question to a process that renders: an operation, the name of an original, and this conversion. */
    public JsonObject question(String operation, String original) {
        JsonObject question = new JsonObject();
        question.addProperty("op", operation);
        question.addProperty("name", original);
        question.addProperty("format", format.token());
        question.addProperty("quality", quality);
        JsonArray sides = new JsonArray();
        for (Size box : boxes) {
            JsonArray both = new JsonArray();
            both.add(box.width());
            both.add(box.height());
            sides.add(both);
        }
        question.add("boxes", sides);
        return question;
    }

    /** Returns the conversion that a question asks for. */
    public static Conversion of(JsonObject question) {
        List<Size> boxes = new ArrayList<>();
        for (JsonElement both : question.getAsJsonArray("boxes")) {
            JsonArray sides = both.getAsJsonArray();
            boxes.add(new Size(sides.get(0).getAsInt(), sides.get(1).getAsInt()));
        }
        Format format = Format.ofToken(question.get("format").getAsString());
        return new Conversion(
                boxes, Objects.requireNonNull(format), question.get("quality").getAsInt());
    }

    /** Returns the conversion from the command line of a fresh process. */
    public static Conversion parse(String box, String format) {
        return of(Objects.requireNonNull(Format.ofToken(format)), box);
    }

    /** Returns this conversion at another quality. */
    public Conversion at(int other) {
        return new Conversion(boxes, format, other);
    }

    /** Returns the boxes as text, such as {@code 400x300} or {@code 368x+720x}. */
    public String box() {
        return boxes.stream().map(Size::toString).collect(Collectors.joining("+"));
    }
}
