package io.edgepix.documents.pdf;

import io.edgepix.documents.problem.Bounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Writes a PDF whose bytes depend on its contents only. */
public final class PdfFile {
    private static final class Limited extends ByteArrayOutputStream {
        private final Bounds bounds;

        Limited(Bounds bounds) {
            this.bounds = bounds;
        }

        @Override
        public synchronized void write(int b) {
            bounds.checkBytes(count + 1L);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            bounds.checkBytes((long) count + length);
            super.write(bytes, offset, length);
        }
    }

    private PdfFile() {}

    /**
     * Returns the bytes of a PDF.
     *
     * @param language the language of its text; may be empty
     * @param identifier a number that depends on its contents
     */
    public static byte[] bytes(PDDocument pdf, String language, long identifier, Bounds bounds) throws IOException {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.getCOSObject().removeItem(COSName.CREATION_DATE);
        if (!language.isBlank()) {
            pdf.getDocumentCatalog().setLanguage(language);
        }
        if (information.getTitle() != null) {
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            pdf.getDocumentCatalog().setViewerPreferences(preferences);
        }
        bounds.checkTime();
        // The identifier in the file is a digest of this number, which is the time by default.
        pdf.setDocumentId(identifier);
        Limited file = new Limited(bounds);
        pdf.save(file);
        return file.toByteArray();
    }
}
