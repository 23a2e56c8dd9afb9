package io.edgepix.pregenerate.job;

import org.jspecify.annotations.Nullable;

/**
 * The result of a document.
 *
 * @param key the key of the PDF
 * @param pages the number of pages; 0 if it failed
 * @param bytes the size of the PDF; 0 if it failed
 * @param reason why it failed; null if it did not
 */
public record DocumentResult(
        String key,
        int pages,
        long bytes,
        DocumentOutcome outcome,
        @Nullable String reason) {}
