package io.edgepix.documents.problem;

import java.time.Duration;

/** The limits of one document, with the time that is left. */
public final class Bounds {
    /** The most characters of text for each page that is allowed. */
    public static final int CHARACTERS_A_PAGE = 10_000;
    /** The most elements of HTML for each page that is allowed. */
    public static final int ELEMENTS_A_PAGE = 1000;

    private static final double MAX_POINTS = 14_400;

    private final String name;
    private final int maxPages;
    private final int maxBytes;
    private final int maxSeconds;
    private final long end;

    /**
     * Creates limits whose time starts now.
     *
     * @param name the name of the template, for the start of a sentence
     */
    public Bounds(String name, int maxPages, int maxBytes, int maxSeconds) {
        this.name = name;
        this.maxPages = maxPages;
        this.maxBytes = maxBytes;
        this.maxSeconds = maxSeconds;
        this.end = System.nanoTime() + Duration.ofSeconds(maxSeconds).toNanos();
    }

    /** Stops the rendering if its time is over. */
    public void checkTime() {
        if (System.nanoTime() - end > 0) {
            throw DocumentProblem.tooLarge(name + ": expected at most " + maxSeconds + " s to render, got more");
        }
    }

    /** Stops the rendering if there are too many pages. */
    public void checkPages(int pages) {
        if (pages > maxPages) {
            throw DocumentProblem.tooLarge(name + ": expected at most " + maxPages + " pages, got more");
        }
    }

    /** Stops the rendering if the PDF is too large. */
    public void checkBytes(long bytes) {
        if (bytes > maxBytes) {
            throw DocumentProblem.tooLarge(name + ": expected at most " + maxBytes + " bytes of PDF, got more");
        }
    }

    /** Stops the rendering if there is too much text. */
    public void checkCharacters(long characters) {
        check(characters, CHARACTERS_A_PAGE, "characters of text");
    }

    /** Stops the rendering if there are too many elements. */
    public void checkElements(long elements) {
        check(elements, ELEMENTS_A_PAGE, "elements of HTML");
    }

    /** Returns the problem of a template that has become too long when the data was filled in. */
    public DocumentProblem tooMuchHtml() {
        return DocumentProblem.tooLarge(
                name + ": expected at most " + maxBytes + " characters of HTML after the data is filled in, got more");
    }

    private void check(long got, int perPage, String things) {
        long most = (long) maxPages * perPage;
        if (got > most) {
            throw DocumentProblem.tooLarge(name + ": expected at most " + most + " " + things + " (" + perPage
                    + " for each of " + maxPages + " pages), got " + got);
        }
    }

    /** Returns the most bytes of the PDF, and of each file. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Stops the rendering if a page is larger than PDF viewers can show. */
    public void checkPageSize(double points) {
        if (!(points <= MAX_POINTS)) {
            throw DocumentProblem.broken(name + ": @page: expected a page of at most 200 in on a side, got "
                    + Math.round(points / 72) + " in");
        }
    }
}
