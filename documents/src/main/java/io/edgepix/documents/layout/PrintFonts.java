package io.edgepix.documents.layout;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.FSFont;
import io.edgepix.documents.fonts.BuiltInFace;
import io.edgepix.documents.fonts.FontSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Chooses fonts: those of {@code @font-face} by their family, then Noto Sans, Noto Sans JP and fonts of signs for
 * everything else, also for families that do not exist here. All of them are embedded.
 */
final class PrintFonts extends PdfBoxFontResolver {
    private static final int BOLD = 600;
    /** Metrics by family, weight and style. Fonts of documents are not in it: other documents can use their names. */
    private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

    private record Wanted(List<String> families, int weight, boolean italic, float size) {}

    private final PDDocument document;
    private final FontSet fontSet;
    private final FontFaces fontFaces;
    private final FSCacheEx<String, FSCacheValue> ownMetrics = new FSDefaultCacheStore();
    private final Map<BuiltInFace, DocumentFont> builtInFonts = new EnumMap<>(BuiltInFace.class);
    private final Map<Wanted, PrintFont> fonts = new HashMap<>();

    PrintFonts(SharedContext context, PDDocument document, FontSet fontSet, FontFaces fontFaces) {
        // The last argument only keeps the fonts of PDF viewers away, which are not embedded.
        super(context, document, METRICS, PdfAConformance.NONE, true);
        this.document = document;
        this.fontSet = fontSet;
        this.fontFaces = fontFaces;
    }

    @Override
    public void importFontFaces(List<FontFaceRule> rules) {
        rules.forEach(fontFaces::add);
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification specification) {
        return font(specification);
    }

    /** Returns the font of a style. */
    PrintFont font(FontSpecification specification) {
        Wanted wanted = new Wanted(
                specification.families == null ? List.of() : Arrays.asList(specification.families),
                FontResolverHelper.convertWeightToInt(specification.fontWeight),
                IdentValue.ITALIC.equals(specification.fontStyle) || IdentValue.OBLIQUE.equals(specification.fontStyle),
                specification.size);
        return fonts.computeIfAbsent(wanted, key -> new PrintFont(faces(key), key.size()));
    }

    private List<Face> faces(Wanted wanted) {
        List<Face> faces = new ArrayList<>();
        boolean bold = wanted.weight() >= BOLD;
        List<BuiltInFace> rest = new ArrayList<>(List.of(
                BuiltInFace.latin(bold, wanted.italic()),
                BuiltInFace.japanese(bold),
                BuiltInFace.MATH,
                BuiltInFace.SYMBOLS));
        for (String family : wanted.families()) {
            FontFaces.Rule rule = fontFaces.rule(family, wanted.weight(), wanted.italic());
            if (rule != null) {
                faces.add(face(fontFaces.font(rule), "@" + rule.url(), rule.weight(), rule.italic(), ownMetrics));
                continue;
            }
            rest.stream()
                    .filter(face -> face.family().equalsIgnoreCase(family))
                    .findFirst()
                    .ifPresent(face -> {
                        rest.remove(face);
                        faces.add(builtIn(face, wanted));
                    });
        }
        rest.forEach(face -> faces.add(builtIn(face, wanted)));
        return faces;
    }

    /** Returns a face that claims the wanted weight and style, so that nothing is imitated. */
    private Face builtIn(BuiltInFace face, Wanted wanted) {
        DocumentFont font = builtInFonts.computeIfAbsent(face, key -> new DocumentFont(document, fontSet.builtIn(key)));
        return face(font, face.name(), wanted.weight(), wanted.italic(), METRICS);
    }

    private Face face(
            DocumentFont font, String name, int weight, boolean italic, FSCacheEx<String, FSCacheValue> metrics) {
        IdentValue style = italic ? IdentValue.ITALIC : IdentValue.NORMAL;
        return new Face(font.program(), new FontDescription(document, font, style, weight, name, false, true, metrics));
    }
}
