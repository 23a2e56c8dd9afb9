package io.edgepix.documents.fonts;

import java.awt.geom.GeneralPath;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stops PDFBox from searching the machine for fonts and from writing a list of them to the home folder. It would do so
 * for the fonts of PDF viewers, which openhtmltopdf creates for each document, and which are never used.
 */
public final class NoSystemFonts implements FontMapper {
    /** Loggers without messages: fonts without names of glyphs are fine. Held here, since the JVM holds them weakly. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.fontbox"), Logger.getLogger("org.apache.pdfbox"));

    private static final FontMapping<FontBoxFont> NONE = new FontMapping<>(new NoFont(), false);

    private static final class NoFont implements FontBoxFont {
        @Override
        public String getName() {
            return "none";
        }

        @Override
        public BoundingBox getFontBBox() {
            return new BoundingBox();
        }

        @Override
        public List<Number> getFontMatrix() {
            return List.of(1, 0, 0, 1, 0, 0);
        }

        @Override
        public GeneralPath getPath(String name) {
            return new GeneralPath();
        }

        @Override
        public float getWidth(String name) {
            return 0;
        }

        @Override
        public boolean hasGlyph(String name) {
            return false;
        }
    }

    private NoSystemFonts() {}

    /** Sets this up for the whole process. */
    public static void use() {
        FontMappers.set(new NoSystemFonts());
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return null;
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return NONE;
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo systemInfo) {
        return null;
    }
}
