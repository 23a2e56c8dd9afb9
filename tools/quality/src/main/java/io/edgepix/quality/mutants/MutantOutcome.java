package io.edgepix.quality.mutants;

/** The outcome of rendering a mutant. */
enum MutantOutcome {
    RENDERED("200"),
    TOO_LARGE("413"),
    NOT_A_PICTURE("415"),
    BROKEN("422"),
    /** The renderer threw an unexpected exception. */
    ERROR("error"),
    /** No answer within the limit. */
    HUNG("hang"),
    /** The process ended. */
    CRASHED("crash"),
    /** A small picture needed too much processor time. */
    COSTLY("over 2 s of CPU"),
    /** A different decoder refuses the derivative. */
    REFUSED("refused by sharp"),
    /** The derivative does not fit its box. */
    MISSIZED("outside the box"),
    /** The picture was truncated, and the derivative lacks its last rows. */
    INCOMPLETE("rows missing");

    private final String words;

    MutantOutcome(String words) {
        this.words = words;
    }

    /** Returns the outcome as it is printed. */
    String words() {
        return words;
    }

    /** Tells whether the outcome is a failure. */
    boolean isBad() {
        return compareTo(ERROR) >= 0;
    }

    /** Returns the outcome for the status of an answer. */
    static MutantOutcome ofStatus(int status) {
        for (MutantOutcome fate : values()) {
            if (fate.words.equals(Integer.toString(status))) {
                return fate;
            }
        }
        return ERROR;
    }
}
