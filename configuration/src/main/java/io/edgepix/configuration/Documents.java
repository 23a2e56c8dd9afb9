package io.edgepix.configuration;

import io.edgepix.derivative.Key;

/**
 * The PDFs that the worker renders from templates.
 *
 * @param prefix the folder of the bucket for them, such as {@code invoices/}; empty for the whole bucket, on one machine
 *     only
 * @param isPublic whether viewers may read what is in that folder
 * @param function the limits of a document that the function renders
 * @param container the limits of a document that the container renders, each at least that of the function
 */
public record Documents(String prefix, boolean isPublic, DocumentLimits function, DocumentLimits container) {
    /** Returns the folder that viewers may not read; empty for none. */
    public String privatePrefix() {
        return isPublic ? "" : prefix;
    }

    /**
     * Tells whether viewers may neither read an object nor ask for derivatives of it. The bucket policy denies the same
     * keys to CloudFront.
     */
    public boolean isPrivate(Key key) {
        String folder = privatePrefix();
        return !folder.isEmpty() && key.value().startsWith(folder);
    }

    /** Tells whether an object is not an original: it is private, or a document itself. */
    public boolean excludes(Key key) {
        return isPrivate(key) || (key.value().startsWith(prefix) && key.value().endsWith(".pdf"));
    }
}
