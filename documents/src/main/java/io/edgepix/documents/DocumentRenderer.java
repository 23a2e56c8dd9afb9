package io.edgepix.documents;

import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.fonts.FontPool;
import io.edgepix.documents.fonts.FontSet;
import io.edgepix.documents.html.HtmlDocument;
import io.edgepix.documents.layout.PdfLayout;
import io.edgepix.documents.pdf.PdfFile;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import io.edgepix.documents.template.FilledTemplate;
import io.edgepix.imaging.Renderer;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** Renders HTML templates and data into PDFs. Thread-safe. */
public final class DocumentRenderer {
    private final DocumentLimits limits;
    private final Renderer pictures;
    private final FontPool fonts = new FontPool();

    /**
     * Creates a renderer.
     *
     * @param pictures renders the pictures of documents
     */
    public DocumentRenderer(DocumentLimits limits, Renderer pictures) {
        this.limits = limits;
        this.pictures = pictures;
    }

    /**
     * Renders a document.
     *
     * @throws DocumentException if the template or the data are wrong, the document is over a limit, or a file cannot be
     *     read
     */
    public RenderedDocument render(DocumentRequest request, DocumentFiles files) throws DocumentException {
        try {
            return rendered(request, files);
        } catch (DocumentProblem e) {
            throw new DocumentException(
                    switch (e.kind()) {
                        case BROKEN -> DocumentException.Reason.BROKEN;
                        case TOO_LARGE -> DocumentException.Reason.TOO_LARGE;
                        case FAILED -> DocumentException.Reason.FAILED;
                    },
                    e.sentence(),
                    e);
        } catch (OutOfMemoryError e) {
            throw new DocumentException(
                    DocumentException.Reason.TOO_LARGE,
                    request.template().value() + ": rendering the document needs more memory than is available",
                    e);
        }
    }

    private RenderedDocument rendered(DocumentRequest request, DocumentFiles files) {
        Key template = request.template();
        Bounds bounds = new Bounds(template.value(), limits.maxPages(), limits.maxBytes(), limits.maxSeconds());
        References references = new References(template);
        DocumentSource source = new DocumentSource(files::read, references, bounds);
        FontSet fontSet = fonts.take();
        try (PDDocument pdf = new PDDocument()) {
            String html = new FilledTemplate(template, source, references, bounds).fill(request.data());
            Document document = HtmlDocument.parse(template.value(), html, bounds);
            new PdfLayout(template, source, references, bounds).paint(document, pictures, fontSet, pdf);
            String language = document.getDocumentElement().getAttribute("lang");
            byte[] bytes = PdfFile.bytes(pdf, language, source.fingerprint(html), bounds);
            fonts.putBack(fontSet);
            return new RenderedDocument(bytes, pdf.getNumberOfPages());
        } catch (DocumentProblem e) {
            fonts.putBack(fontSet);
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DocumentProblem.broken(
                    template.value() + ": expected fonts and styles that can be printed, got others", e);
        }
    }
}
