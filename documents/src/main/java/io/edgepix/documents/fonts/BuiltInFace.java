package io.edgepix.documents.fonts;

/** The fonts that every document can use. */
public enum BuiltInFace {
    LATIN_REGULAR("Noto Sans", "noto-sans-400.ttf", false, false),
    LATIN_BOLD("Noto Sans", "noto-sans-700.ttf", true, false),
    LATIN_ITALIC("Noto Sans", "noto-sans-400-italic.ttf", false, true),
    LATIN_BOLD_ITALIC("Noto Sans", "noto-sans-700-italic.ttf", true, true),
    JAPANESE_REGULAR("Noto Sans JP", "noto-sans-jp-400.ttf", false, false),
    JAPANESE_BOLD("Noto Sans JP", "noto-sans-jp-700.ttf", true, false),
    MATH("Noto Sans Math", "noto-sans-math-400.ttf", false, false),
    SYMBOLS("Noto Sans Symbols 2", "noto-sans-symbols-2-400.ttf", false, false);

    private final String family;
    private final String resource;
    private final boolean bold;
    private final boolean italic;

    BuiltInFace(String family, String resource, boolean bold, boolean italic) {
        this.family = family;
        this.resource = resource;
        this.bold = bold;
        this.italic = italic;
    }

    /** Returns the Latin face of a weight and a style. */
    public static BuiltInFace latin(boolean bold, boolean italic) {
        if (italic) {
            return bold ? LATIN_BOLD_ITALIC : LATIN_ITALIC;
        }
        return bold ? LATIN_BOLD : LATIN_REGULAR;
    }

    /** Returns the Japanese face of a weight. There are no italics. */
    public static BuiltInFace japanese(boolean bold) {
        return bold ? JAPANESE_BOLD : JAPANESE_REGULAR;
    }

    /** Returns the name of the family in CSS. */
    public String family() {
        return family;
    }

    /** Returns the name of the file on the class path. */
    String resource() {
        return resource;
    }

    /** Tells whether the face is bold. */
    public boolean bold() {
        return bold;
    }

    /** Tells whether the face is italic. */
    public boolean italic() {
        return italic;
    }
}
