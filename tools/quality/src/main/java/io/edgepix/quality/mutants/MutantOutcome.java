package io.edgepix.quality.mutants;

/** What became of a mutant. */
enum MutantOutcome {
    RENDERED("200"),
    TOO_LARGE("413"),
    NOT_A_PICTURE("415"),
    BROKEN("422"),
    /** The renderer threw what it must not. */
    ERROR("error"),
    /** No answer within the limit. */
    HUNG("hang"),
    /** The process ended. */
    CRASHED("crash"),
    /** A small picture took more of a processor than it may. */
    COSTLY("over 2 s of CPU"),
    /** There was a derivative, and another decoder does not take it. */
    REFUSED("refused by sharp"),
    /** There was a derivative, and it does not keep to the box. */
    MISSIZED("outside the box"),
    /** The picture was cut short, and the derivative lacks its last rows. */
    INCOMPLETE("rows missing");

    private final String words;

    MutantOutcome(String words) {
        this.words = words;
    }

    /** As it is printed. */
    String words() {
        return words;
    }

    /** Whether it breaks a bar. */
    boolean isBad() {
        return compareTo(ERROR) >= 0;
    }

    /** Of an answer's status. */
    static MutantOutcome ofStatus(int status) {
        for (MutantOutcome fate : values()) {
            if (fate.words.equals(Integer.toString(status))) {
                return fate;
            }
        }
        return ERROR;
    }
}
