package io.edgepix.documents.fonts;

import java.io.IOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A parsed TrueType font. Not thread-safe, as the parser is not; documents that follow one another can share it. */
public final class FontProgram {
    private static final float THOUSAND = 1000f;
    private static final int BASIC_PLANE = 0x1_0000;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float scale;
    /** Widths by character: NaN before the first use, negative without a glyph. */
    private final float[] widths = new float[BASIC_PLANE];

    private FontProgram(TrueTypeFont font, CmapLookup characters, float scale) {
        this.font = font;
        this.characters = characters;
        this.scale = scale;
        Arrays.fill(widths, Float.NaN);
    }

    /**
     * Parses a font.
     *
     * @throws FontException if it is broken, or cannot be embedded
     */
    public static FontProgram parse(byte[] bytes) throws FontException {
        byte[] checked = FontTables.checked(bytes);
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(checked));
            // Ligatures would be copied as other characters than those of the text.
            font.setEnableGsub(false);
            checkLicence(font.getOS2Windows());
            int unitsPerEm = font.getUnitsPerEm();
            if (unitsPerEm < 16 || unitsPerEm > 16_384) {
                throw new FontException("a broken file");
            }
            return new FontProgram(font, font.getUnicodeCmapLookup(), THOUSAND / unitsPerEm);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new FontException("a broken file", e);
        }
    }

    private static void checkLicence(OS2WindowsMetricsTable os2) throws FontException {
        int type = os2.getFsType();
        boolean restricted = (type & 0x000F) == OS2WindowsMetricsTable.FSTYPE_RESTRICTED
                || (type & OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY) != 0
                || (type & OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING) != 0;
        if (restricted) {
            throw new FontException("a font whose licence forbids it");
        }
    }

    /** Returns the font for PDFBox. */
    public TrueTypeFont font() {
        return font;
    }

    /** Tells whether there is a glyph for a character. */
    public boolean has(int codePoint) {
        return width(codePoint) >= 0;
    }

    /** Returns the width of a character in thousandths of the font size, or a negative number if it has no glyph. */
    public float width(int codePoint) {
        if (codePoint >= BASIC_PLANE) {
            return measure(codePoint);
        }
        float known = widths[codePoint];
        if (Float.isNaN(known)) {
            known = measure(codePoint);
            widths[codePoint] = known;
        }
        return known;
    }

    private float measure(int codePoint) {
        try {
            int glyph = characters.getGlyphId(codePoint);
            return glyph == 0 ? -1 : font.getAdvanceWidth(glyph) * scale;
        } catch (IOException e) {
            throw new IllegalStateException("The metrics of a font in memory cannot be read", e);
        }
    }
}
