package io.edgepix.configuration;

import java.util.regex.Pattern;

/** Reads {@code documents} of {@code edgepix.json}. */
final class DocumentsReader {
    private static final int MOST_PAGES = 100_000;
    private static final int MOST_BYTES = 500_000_000;

    /** The function itself ends after 300 seconds. It also fetches the files and stores the PDF. */
    private static final int MOST_SECONDS = 240;

    /** SQS hides a message for at most 12 hours. */
    private static final int MOST_CONTAINER_SECONDS = 36_000;

    private static final String PREFIX = "prefix";
    private static final int LONGEST_PREFIX = 128;

    /** A prefix becomes a pattern of a policy: * and ? would match other keys, and IAM allows no Japanese characters. */
    private static final Pattern FOLDERS = Pattern.compile("([A-Za-z0-9._-]+/)+");

    /** The first characters of derivatives, which functions may write and delete. */
    private static final Pattern SIZE = Pattern.compile("x?[1-9].*");

    private final Fields fields;
    private final Mistakes mistakes;

    private DocumentsReader(Fields fields) {
        this.fields = fields;
        this.mistakes = fields.mistakes();
    }

    static Documents read(Fields fields) {
        return new DocumentsReader(fields).read();
    }

    private Documents read() {
        DocumentLimits function = new DocumentLimits(
                fields.integer("maxPages", 200, 1, MOST_PAGES),
                fields.integer("maxBytes", 20_000_000, 1, MOST_BYTES),
                fields.integer("maxSeconds", 60, 1, MOST_SECONDS));
        Documents read = new Documents(
                mistakes.or("", this::prefix),
                fields.bool("public", false),
                function,
                container(fields.object("container", "{}"), function));
        fields.noOthers();
        return read;
    }

    private String prefix() {
        String prefix = fields.string(PREFIX, "");
        String expected;
        if (prefix.isEmpty()) {
            return prefix;
        } else if (!FOLDERS.matcher(prefix).matches() || !Pregeneration.canBegin(prefix)) {
            expected =
                    "a folder such as \"invoices/\": letters, digits, -, _ and ., without a leading slash, with a slash"
                            + " at its end, and without . or .. as a segment";
        } else if (SIZE.matcher(prefix).matches()) {
            expected = "a folder that does not begin like a derivative, that is with 1 to 9 or with x and such a digit";
        } else if (prefix.startsWith(".edgepix/")) {
            expected = "a folder other than .edgepix/, in which edgepix has its own objects";
        } else if (prefix.length() > LONGEST_PREFIX) {
            expected = "at most " + LONGEST_PREFIX + " characters";
        } else {
            return prefix;
        }
        throw new ConfigException(fields.path(PREFIX), "expected " + expected + ", got \"" + prefix + "\"");
    }

    private DocumentLimits container(Fields container, DocumentLimits least) {
        DocumentLimits limits = new DocumentLimits(
                larger(container, "maxPages", 5000, least.maxPages(), MOST_PAGES),
                larger(container, "maxBytes", 100_000_000, least.maxBytes(), MOST_BYTES),
                larger(container, "maxSeconds", 1800, least.maxSeconds(), MOST_CONTAINER_SECONDS));
        container.noOthers();
        return limits;
    }

    /** Reads a limit that is at least that of the function. Its default is never too small. */
    private int larger(Fields container, String name, int otherwise, int least, int most) {
        int limit = container.integer(name, Math.max(otherwise, least), 1, most);
        if (limit < least) {
            mistakes.add(
                    container.path(name), "expected at least " + fields.path(name) + ", " + least + ", got " + limit);
        }
        return limit;
    }
}
