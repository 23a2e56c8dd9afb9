package io.edgepix.bench.conformance;

/** What a row comes to. */
enum Verdict {
    /** Both made the same. */
    OK("ok"),
    /** Both made something, and it is not the same. */
    DIFFERS("differs"),
    /** Our process hung or ended over it. */
    FAILED("failed"),
    ONLY_PEER("only sharp"),
    ONLY_OURS("only edgepix"),
    NEITHER("neither");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As it is printed. */
    String words() {
        return words;
    }

    /** Whether the command fails for it. */
    boolean isBad() {
        return this == DIFFERS || this == FAILED;
    }
}
