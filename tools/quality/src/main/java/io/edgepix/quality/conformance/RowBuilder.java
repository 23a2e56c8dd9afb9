package io.edgepix.quality.conformance;

import io.edgepix.quality.worker.RenderOutcome;
import org.jspecify.annotations.Nullable;

/** Builds a row. */
final class RowBuilder {
    private final String picture;
    private final Case wish;
    private final String engine;
    private @Nullable RenderOutcome ours;
    private @Nullable DecodedInfo decoded;
    private @Nullable PeerResult theirs;
    private @Nullable Similarity similarity;
    private @Nullable String unread;
    private @Nullable String served;
    private BrowserView.Opinion browser = BrowserView.Opinion.NONE;

    RowBuilder(String picture, Case wish, String engine) {
        this.picture = picture;
        this.wish = wish;
        this.engine = engine;
    }

    void ours(RenderOutcome ours) {
        this.ours = ours;
    }

    void decoded(DecodedInfo decoded) {
        this.decoded = decoded;
    }

    void theirs(PeerResult theirs) {
        this.theirs = theirs;
    }

    void similarity(@Nullable Similarity similarity) {
        this.similarity = similarity;
    }

    void browser(BrowserView.Opinion browser) {
        this.browser = browser;
    }

    void served(@Nullable String served) {
        this.served = served;
    }

    /** Returns the row of a file that is given to neither side. */
    CaseResult unread(String why) {
        unread = why;
        return result(RowStatus.NEITHER, "");
    }

    CaseResult result(RowStatus verdict, String why) {
        Comparison comparison = browser.comparison();
        Similarity toBrowser = comparison == null ? null : comparison.similarity();
        DecodedInfo theirFilm = theirs == null ? null : theirs.decoded();
        byte[] derivative = ours != null && ours.isOk() ? ours.body() : null;
        byte[] theirDerivative = theirs == null ? null : theirs.derivative();
        ConformanceRow row = new ConformanceRow(
                picture,
                wish.box(),
                wish.format().token(),
                engine,
                decoded == null ? null : decoded.width(),
                decoded == null ? null : decoded.height(),
                theirFilm == null ? null : theirFilm.width(),
                theirFilm == null ? null : theirFilm.height(),
                similarity == null ? null : similarity.ssim(),
                similarity == null ? null : similarity.deltaE(),
                decoded == null ? null : decoded.frames(),
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
                (served == null ? verdict : RowStatus.SERVED_OTHERWISE).words(),
                served == null ? why : "served: " + served);
        return new CaseResult(row, derivative, theirDerivative, browser.derivative());
    }

    private @Nullable String error() {
        if (ours == null || ours.isOk()) {
            return unread;
        }
        return ours.status() == 0 ? ours.error() : ours.status() + ": " + ours.error();
    }
}
