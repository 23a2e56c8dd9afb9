package io.edgepix.pregenerate.document;

/**
 * A document to be stored.
 *
 * @param pdf the bytes of the object
 * @param pages the number of pages
 * @param identity that of its template and data
 * @param contentDisposition the header {@code content-disposition}
 * @param cacheControl the header {@code cache-control}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record DocumentObject(byte[] pdf, int pages, String identity, String contentDisposition, String cacheControl) {
    /** The media type of every document. */
    public static final String CONTENT_TYPE = "application/pdf";
}
