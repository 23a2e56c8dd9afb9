package io.edgepix.quality.conformance;

import io.edgepix.quality.worker.RenderOutcome;
import org.jspecify.annotations.Nullable;

/** Builds a row. */
final class RowBuilder {
    private final ConformanceRow.Request request;
    private @Nullable RenderOutcome ours;
    private @Nullable DecodedInfo decoded;
    private @Nullable PeerResult theirs;
    private @Nullable Similarity similarity;
    private @Nullable String unread;
    private @Nullable String served;
    private BrowserView.Opinion browser = BrowserView.Opinion.NONE;

    RowBuilder(ConformanceRow.Request request) {
        this.request = request;
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

    void served(String served) {
        this.served = served;
    }

    /** Returns the row for a file that neither side gets. */
    CaseResult unread(String why) {
        unread = why;
        return result(RowStatus.NEITHER, "");
    }

    CaseResult result(RowStatus status, String why) {
        Comparison comparison = browser.comparison();
        byte[] derivative = ours != null && ours.isOk() ? ours.body() : null;
        byte[] theirDerivative = theirs == null ? null : theirs.derivative();
        ConformanceRow row = new ConformanceRow(
                request,
                new ConformanceRow.Side(
                        decoded,
                        derivative == null ? null : derivative.length,
                        derivative == null || ours == null ? null : ours.millis(),
                        error()),
                theirs == null
                        ? new ConformanceRow.Side(null, null, null, unread)
                        : new ConformanceRow.Side(
                                theirs.decoded(),
                                theirDerivative == null ? null : theirDerivative.length,
                                theirs.rendering() == null
                                        ? null
                                        : theirs.rendering().millis(),
                                theirs.error()),
                similarity,
                new ConformanceRow.BrowserSide(comparison == null ? null : comparison.similarity(), browser.error()),
                served == null
                        ? new ConformanceRow.Verdict(status, why, null)
                        : new ConformanceRow.Verdict(RowStatus.SERVED_OTHERWISE, "served: " + served, served));
        return new CaseResult(row, derivative, theirDerivative, browser.derivative());
    }

    private @Nullable String error() {
        if (ours == null || ours.isOk()) {
            return unread;
        }
        return ours.status() == 0 ? ours.error() : ours.status() + ": " + ours.error();
    }
}
