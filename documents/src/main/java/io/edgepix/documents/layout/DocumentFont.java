package io.edgepix.documents.layout;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import io.edgepix.documents.fonts.FontProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A font of a document. It becomes a font of the PDF when text uses it, and is embedded as a subset. */
final class DocumentFont extends PDFontSupplier {
    private final PDDocument document;
    private final FontProgram program;
    private @Nullable PDFont font;

    @SuppressWarnings("NullAway") // the superclass is not annotated, and its field is not used
    DocumentFont(PDDocument document, FontProgram program) {
        super(null);
        this.document = document;
        this.program = program;
    }

    @Override
    public PDFont supply() {
        PDFont known = font;
        if (known == null) {
            try {
                known = PDType0Font.load(document, program.font(), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            font = known;
        }
        return known;
    }

    FontProgram program() {
        return program;
    }
}
