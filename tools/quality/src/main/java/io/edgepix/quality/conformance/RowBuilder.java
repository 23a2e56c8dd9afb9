package io.edgepix.quality.conformance;

import io.edgepix.quality.worker.Outcome;
import org.jspecify.annotations.Nullable;

/** Gathers what a row says. */
final class RowBuilder {
    private final String picture;
    private final Case wish;
    private final String engine;
    private @Nullable Outcome ours;
    private @Nullable Film film;
    private @Nullable Theirs theirs;
    private @Nullable Likeness likeness;
    private @Nullable String unread;
    private @Nullable String served;
    private Sight.Opinion browser = Sight.Opinion.NONE;

    RowBuilder(String picture, Case wish, String engine) {
        this.picture = picture;
        this.wish = wish;
        this.engine = engine;
    }

    void ours(Outcome ours) {
        this.ours = ours;
    }

    void film(Film film) {
        this.film = film;
    }

    void theirs(Theirs theirs) {
        this.theirs = theirs;
    }

    void likeness(@Nullable Likeness likeness) {
        this.likeness = likeness;
    }

    void browser(Sight.Opinion browser) {
        this.browser = browser;
    }

    void served(@Nullable String served) {
        this.served = served;
    }

    /** For a file of which neither side is given anything. */
    Exhibit unread(String why) {
        unread = why;
        return exhibit(Verdict.NEITHER, "");
    }

    Exhibit exhibit(Verdict verdict, String why) {
        Comparison comparison = browser.comparison();
        Likeness toBrowser = comparison == null ? null : comparison.likeness();
        Film theirFilm = theirs == null ? null : theirs.film();
        byte[] derivative = ours != null && ours.isOk() ? ours.body() : null;
        byte[] theirDerivative = theirs == null ? null : theirs.derivative();
        Row row = new Row(
                picture,
                wish.box(),
                wish.format().token(),
                engine,
                film == null ? null : film.width(),
                film == null ? null : film.height(),
                theirFilm == null ? null : theirFilm.width(),
                theirFilm == null ? null : theirFilm.height(),
                likeness == null ? null : likeness.ssim(),
                likeness == null ? null : likeness.deltaE(),
                film == null ? null : film.frames(),
                theirFilm == null ? null : theirFilm.frames(),
                derivative == null ? null : derivative.length,
                theirDerivative == null ? null : theirDerivative.length,
                derivative == null || ours == null ? null : ours.millis(),
                theirs == null || theirs.rendering() == null
                        ? null
                        : theirs.rendering().millis(),
                error(),
                theirs == null ? unread : theirs.error(),
                toBrowser == null ? null : toBrowser.ssim(),
                toBrowser == null ? null : toBrowser.deltaE(),
                browser.error(),
                served,
                (served == null ? verdict : Verdict.SERVED_OTHERWISE).words(),
                served == null ? why : "served: " + served);
        return new Exhibit(row, derivative, theirDerivative, browser.derivative());
    }

    private @Nullable String error() {
        if (ours == null || ours.isOk()) {
            return unread;
        }
        return ours.status() == 0 ? ours.error() : ours.status() + ": " + ours.error();
    }
}
