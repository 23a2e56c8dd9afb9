package io.edgepix.documents.layout;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.FSFontMetrics;
import com.openhtmltopdf.render.JustificationInfo;
import com.openhtmltopdf.util.OpenUtil;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import org.jspecify.annotations.Nullable;

/** Measures and draws text, character by character with the first face that has a glyph. */
final class PrintText extends PdfBoxTextRenderer {
    private static final float THOUSAND = 1000f;
    private static final float ROUNDING = 0.01f;
    private static final int SHOWN = 20;
    /** A leader measures its characters 100 times, and repeats them until the line is full: they need some width. */
    private static final int LEADER = 100;

    private final String template;
    private final PrintFonts fonts;
    private final Bounds bounds;

    PrintText(String template, PrintFonts fonts, Bounds bounds) {
        this.template = template;
        this.fonts = fonts;
        this.bounds = bounds;
    }

    @Override
    public FSFontMetrics getFSFontMetrics(FontContext context, FSFont font, String text) {
        bounds.checkTime();
        return super.getFSFontMetrics(context, font, text);
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        bounds.checkTime();
        PrintFont printFont = (PrintFont) font;
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Face face = face(printFont, character, text);
            if (face != null) {
                width += face.program().width(character);
            }
        }
        float dots = width / THOUSAND * printFont.getSize2D();
        int rounded = (int) (dots - Math.floor(dots) < ROUNDING ? dots : Math.ceil(dots));
        return text.length() < LEADER ? rounded : Math.max(1, rounded);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y) {
        draw(device, text, x, y, null);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y, JustificationInfo info) {
        draw(device, text, x, y, info);
    }

    private void draw(OutputDevice device, String text, float x, float y, @Nullable JustificationInfo info) {
        bounds.checkTime();
        PrintFont font = fonts.font(((AbstractOutputDevice) device).getFontSpecification());
        float size = font.getSize2D();
        StringBuilder run = new StringBuilder();
        Face current = null;
        float start = x;
        float end = x;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Face face = face(font, character, text);
            if (face == null) {
                continue;
            }
            if (current != null && !face.equals(current)) {
                drawRun((PdfBoxOutputDevice) device, run, start, y, info, current, size);
                start = end;
            }
            current = face;
            run.appendCodePoint(character);
            end += face.program().width(character) / THOUSAND * size + adjustment(info, character);
        }
        if (current != null) {
            drawRun((PdfBoxOutputDevice) device, run, start, y, info, current, size);
        }
    }

    private static float adjustment(@Nullable JustificationInfo info, int character) {
        if (info == null) {
            return 0;
        }
        return isJustificationSpace(character) ? info.getSpaceAdjust() : info.getNonSpaceAdjust();
    }

    @SuppressWarnings("NullAway") // the parameter accepts null, but the interface is not annotated
    private static void drawRun(
            PdfBoxOutputDevice device,
            StringBuilder run,
            float x,
            float y,
            @Nullable JustificationInfo info,
            Face face,
            float size) {
        device.drawStringFast(run.toString(), x, y, info, face.description(), size);
        run.setLength(0);
    }

    /** Returns the face of a character, or null for one that is never printed, such as a soft hyphen. */
    private @Nullable Face face(PrintFont font, int character, String text) {
        if (!OpenUtil.isSafeFontCodePointToPrint(character)) {
            return null;
        }
        for (Face face : font.faces()) {
            if (face.program().has(character)) {
                return face;
            }
        }
        if (isInvisible(character)) {
            return null;
        }
        String shown = text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "...";
        throw DocumentProblem.broken(template + ": " + Character.toString(character) + " (U+"
                + String.format("%04X", character) + ") in '" + shown.strip()
                + "': expected a character of the document's fonts, got one that they lack");
    }

    /** Tells whether a character without a glyph is left out: white space, joiners and selectors of variants. */
    private static boolean isInvisible(int character) {
        boolean selector =
                (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
        return selector || Character.getType(character) == Character.FORMAT || Character.isWhitespace(character);
    }
}
