package io.edgepix.documents.layout;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.FSDerivedValue;
import com.openhtmltopdf.outputdevice.helper.FontFamily;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.outputdevice.helper.MinimalFontDescription;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.fonts.FontException;
import io.edgepix.documents.fonts.FontSet;
import io.edgepix.documents.problem.DocumentProblem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The fonts of the {@code @font-face} rules of a document, read from the bucket when text uses them. */
final class FontFaces {
    private static final int NORMAL = 400;

    /** A rule. */
    record Rule(String url, int weight, boolean italic) implements MinimalFontDescription {
        @Override
        public int getWeight() {
            return weight;
        }

        @Override
        public IdentValue getStyle() {
            return italic ? IdentValue.ITALIC : IdentValue.NORMAL;
        }
    }

    private final DocumentSource source;
    private final References references;
    private final FontSet fontSet;
    private final PDDocument document;
    private final Map<String, FontFamily<Rule>> families = new HashMap<>();
    private final Map<String, DocumentFont> fonts = new HashMap<>();

    FontFaces(DocumentSource source, References references, FontSet fontSet, PDDocument document) {
        this.source = source;
        this.references = references;
        this.fontSet = fontSet;
        this.document = document;
    }

    /** Adds a rule. */
    void add(FontFaceRule rule) {
        CalculatedStyle style = rule.getCalculatedStyle();
        if (!rule.hasFontFamily()) {
            throw DocumentProblem.broken(references.template() + ": @font-face: expected a font-family, got none");
        }
        String family = style.valueByName(CSSName.FONT_FAMILY).asString();
        FSDerivedValue src = style.valueByName(CSSName.SRC);
        if (src.equals(IdentValue.NONE)) {
            throw DocumentProblem.broken(references.template() + ": @font-face " + family
                    + ": expected src: url() of a TrueType font, got none");
        }
        int weight = rule.hasFontWeight()
                ? FontResolverHelper.convertWeightToInt(style.getIdent(CSSName.FONT_WEIGHT))
                : NORMAL;
        boolean italic =
                rule.hasFontStyle() && !style.getIdent(CSSName.FONT_STYLE).equals(IdentValue.NORMAL);
        families.computeIfAbsent(family.toLowerCase(Locale.ROOT), FontFamily::new)
                .addFontDescription(new Rule(src.asString(), weight, italic));
    }

    /** Returns the best rule of a family, or null if there is none. */
    @Nullable
    Rule rule(String family, int weight, boolean italic) {
        FontFamily<Rule> rules = families.get(family.toLowerCase(Locale.ROOT));
        return rules == null ? null : rules.match(weight, italic ? IdentValue.ITALIC : IdentValue.NORMAL);
    }

    /** Returns the font of a rule. */
    DocumentFont font(Rule rule) {
        return fonts.computeIfAbsent(rule.url(), this::load);
    }

    private DocumentFont load(String url) {
        if (References.isData(url)) {
            throw DocumentProblem.broken(
                    references.template() + ": @font-face: expected the URL of a font in the bucket, got a data: URL");
        }
        Key key = references.resolve("/", url);
        try {
            return new DocumentFont(document, fontSet.own(source.bytes(key)));
        } catch (FontException e) {
            throw DocumentProblem.broken(
                    source.name(key) + ": expected a TrueType font (.ttf) that can be embedded, got " + e.got(), e);
        }
    }
}
