package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.derivative.Format;

/** Reads {@code avif} of {@code edgepix.json}: true, false, or an object, which stands for true. */
final class AvifReader {
    static final int EFFORT = 4;

    private static final String FIELD = "avif";

    private final Fields fields;
    private final boolean isObject;

    AvifReader(Fields fields) {
        this.fields = fields;
        this.isObject = fields.is(FIELD, JsonElement::isJsonObject);
    }

    /** Tells whether AVIF is on offer. */
    boolean isOffered() {
        return isObject || fields.bool(FIELD, false);
    }

    AvifOptions options() {
        if (!isObject) {
            return new AvifOptions(false, EFFORT);
        }
        Fields avif = fields.object(FIELD, "{}");
        String first = avif.string("first", Format.AVIF.token());
        if (!first.equals(Format.AVIF.token()) && !first.equals(Format.WEBP.token())) {
            avif.mistakes().add("avif.first", "expected \"avif\" or \"webp\", got \"" + first + "\"");
        }
        AvifOptions read = new AvifOptions(
                first.equals(Format.WEBP.token()), avif.integer("effort", EFFORT, 0, AvifOptions.MAX_EFFORT));
        avif.noOthers();
        return read;
    }
}
