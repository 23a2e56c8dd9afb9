package io.edgepix.configuration;

/** Reads limits of originals that are at least those of the functions that viewers wait for first. */
final class LargerLimitsReader {
    private static final int LARGEST = 500_000_000;
    private static final int MOST_FRAMES = 10_000;

    private final Fields fields;

    private LargerLimitsReader(Fields fields) {
        this.fields = fields;
    }

    /** Reads an object of limits. Each has the largest value by default. */
    static OriginalLimits read(Fields fields, OriginalLimits least) {
        LargerLimitsReader reader = new LargerLimitsReader(fields);
        OriginalLimits read = new OriginalLimits(
                reader.limit("maxBytes", LARGEST, least.maxBytes()),
                reader.limit("maxPixels", LARGEST, least.maxPixels()),
                reader.limit("maxFrames", MOST_FRAMES, least.maxFrames()),
                least.lenient());
        fields.noOthers();
        return read;
    }

    private int limit(String name, int most, int least) {
        int limit = fields.integer(name, most, 1, most);
        if (limit < least) {
            fields.mistakes()
                    .add(
                            fields.path(name),
                            "expected at least " + name + " of the functions, " + least + ", got " + limit);
        }
        return limit;
    }
}
