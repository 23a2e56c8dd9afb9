package io.edgepix.documents;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.imaging.Renderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;

/** Renders HTML templates and data into PDFs. Thread-safe. */
public final class DocumentRenderer {
    private final DocumentLimits limits;

    /**
     * Creates a renderer.
     *
     * @param pictures renders the pictures of documents
     */
    public DocumentRenderer(DocumentLimits limits, Renderer pictures) {
        this.limits = limits;
    }

    /**
     * Renders a document.
     *
     * @throws DocumentException if the template or the data are wrong, the document is over a limit, or a file cannot be
     *     read
     */
    public RenderedDocument render(DocumentRequest request, DocumentFiles files) throws DocumentException {
        try {
            String template =
                    new String(files.read(request.template(), limits.maxBytes()), StandardCharsets.UTF_8);
            String html = Mustache.compiler().compile(template).execute(request.data());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            new PdfRendererBuilder()
                    .withW3cDocument(W3CDom.convert(Jsoup.parse(html)), request.template().path())
                    .toStream(pdf)
                    .run();
            return new RenderedDocument(pdf.toByteArray(), 1);
        } catch (MustacheException e) {
            throw new DocumentException(
                    DocumentException.Reason.BROKEN, request.template().value() + ": " + e.getMessage(), e);
        } catch (IOException | StoreException e) {
            throw new DocumentException(DocumentException.Reason.FAILED, String.valueOf(e.getMessage()), e);
        }
    }
}
