package io.edgepix.pregenerate.document;

/**
 * A document in the bucket.
 *
 * @param identity that of its template and data
 * @param pages the number of pages
 * @param bytes the size of the PDF
 */
public record StoredDocument(String identity, int pages, long bytes) {}
