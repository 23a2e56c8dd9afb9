package io.edgepix.configuration;

/**
 * The limits of a document.
 *
 * @param maxPages the pages of the PDF
 * @param maxBytes the bytes of the PDF, of the data, and of each file that the document uses
 * @param maxSeconds the time for rendering
 */
public record DocumentLimits(int maxPages, int maxBytes, int maxSeconds) {}
