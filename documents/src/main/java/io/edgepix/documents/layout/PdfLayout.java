package io.edgepix.documents.layout;

import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.ThreadCtx;
import com.openhtmltopdf.util.XRLog;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.fonts.FontSet;
import io.edgepix.documents.fonts.NoSystemFonts;
import io.edgepix.documents.pictures.Pictures;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import io.edgepix.imaging.Renderer;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;

/** Lays out a document with openhtmltopdf. */
public final class PdfLayout {
    static {
        XRLog.setLoggingEnabled(false);
        NoSystemFonts.use();
    }

    private final Key template;
    private final DocumentSource source;
    private final References references;
    private final Bounds bounds;

    /** Creates the layout of a document. */
    public PdfLayout(Key template, DocumentSource source, References references, Bounds bounds) {
        this.template = template;
        this.source = source;
        this.references = references;
        this.bounds = bounds;
    }

    /** Paints the pages of a document into an empty PDF. */
    public void paint(Document html, Renderer renderer, FontSet fonts, PDDocument pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withProducer("edgepix")
                .useNamespaceHandler(new PrintHtml())
                .usePageSupplier(this::page)
                .useUnicodeLineBreaker(new LineBreaks())
                .useUnicodeCharacterBreaker(new Characters())
                .addDOMMutator(document -> prepare(renderer, fonts, pdf))
                .withW3cDocument(html, template.path());
        try (PdfBoxRenderer pages = builder.buildPdfRenderer()) {
            pages.layout();
            bounds.checkPages(pages.getRootBox().getLayer().getPages().size());
            pages.createPDFWithoutClosing();
        } catch (StackOverflowError e) {
            throw DocumentProblem.broken(
                    references.template() + ": expected less deeply nested elements and styles, got too many levels",
                    e);
        } catch (IllegalArgumentException e) {
            if (String.valueOf(e.getMessage()).contains("cannot be zero or less")) {
                throw DocumentProblem.broken(
                        references.template() + ": @page: expected room between the margins, got none", e);
            }
            throw unexpected(e);
        } catch (IOException | RuntimeException e) {
            throw unexpected(e);
        }
    }

    private DocumentProblem unexpected(Exception e) {
        return DocumentProblem.broken(
                references.template() + ": expected HTML that can be laid out, got styles that cannot, such as a size"
                        + " far larger than a page",
                e);
    }

    /** Replaces the parts of openhtmltopdf that reach for files and fonts. It calls this before it reads styles. */
    private void prepare(Renderer renderer, FontSet fontSet, PDDocument pdf) {
        SharedContext context = ThreadCtx.get().sharedContext();
        Pictures pictures = new Pictures(source, references, renderer, bounds, pdf);
        BucketFiles files = new BucketFiles(template, source, references, pictures);
        PrintFonts fonts = new PrintFonts(context, pdf, fontSet, new FontFaces(source, references, fontSet, pdf));
        context.setUserAgentCallback(files);
        context.setCss(new PrintStyles(files, references.template(), bounds, pictures));
        context.setFontResolver(fonts);
        context.setTextRenderer(new PrintText(references.template(), fonts, bounds));
        context.setReplacedElementFactory(new PrintElements());
    }

    private PDPage page(PDDocument pdf, float width, float height, int number, int shadow) {
        bounds.checkTime();
        bounds.checkPages(pdf.getNumberOfPages() + 1);
        bounds.checkPageSize(Math.max(width, height));
        PDPage page = new PDPage(new PDRectangle(width, height));
        pdf.addPage(page);
        return page;
    }
}
