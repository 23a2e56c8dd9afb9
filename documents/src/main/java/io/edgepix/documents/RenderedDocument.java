package io.edgepix.documents;

/**
 * A rendered document.
 *
 * @param pdf the bytes of the file; the same template, data, pictures and fonts have the same bytes
 * @param pages the number of pages
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record RenderedDocument(byte[] pdf, int pages) {}
