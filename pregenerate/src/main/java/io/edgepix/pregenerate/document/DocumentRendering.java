package io.edgepix.pregenerate.document;

import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.documents.RenderedDocument;

/** Renders documents. Thread-safe. */
@FunctionalInterface
public interface DocumentRendering {
    /**
     * Renders a document.
     *
     * @throws DocumentException if the template or the data are wrong, the document is over a limit, or a file cannot be
     *     read
     */
    RenderedDocument render(DocumentRequest request, DocumentFiles files) throws DocumentException;
}
