package io.edgepix.configuration;

import com.google.gson.JsonElement;
import io.edgepix.derivative.Format;

/** Reads {@code avif} of {@code edgepix.json}: true, false, or an object, which stands for true. */
final class AvifReader {
    /** The default effort if a viewer waits for an AVIF: a fifth of the time of the next one. */
    private static final int EFFORT = 3;
    /** The default effort if no viewer waits. */
    private static final int EFFORT_WITHOUT_VIEWER = 4;

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
        boolean webpFirst = first.equals(Format.WEBP.token());
        int usual = webpFirst ? EFFORT_WITHOUT_VIEWER : EFFORT;
        AvifOptions read = new AvifOptions(webpFirst, avif.integer("effort", usual, 0, AvifOptions.MAX_EFFORT));
        avif.noOthers();
        return read;
    }
}
