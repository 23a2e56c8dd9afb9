package io.edgepix.pregenerate.document;

import io.edgepix.configuration.DocumentLimits;

/**
 * The settings of documents in a process.
 *
 * @param isOn whether documents are rendered; else they are refused
 * @param limits the limits of a document in this process
 * @param store the bucket
 */
public record DocumentSettings(boolean isOn, DocumentLimits limits, DocumentStore store, DocumentRendering rendering) {}
