package io.edgepix.documents.pictures;

import com.openhtmltopdf.pdfboxout.PdfBoxImage;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The pictures of one document. Each is rendered and embedded once for each of its sizes. */
public final class Pictures {
    private static final int DOTS_PER_INCH = 1920;
    private static final int DOTS_PER_PIXEL = 20;

    private record Rendered(String url, PixelSize size) {}

    private final DocumentSource source;
    private final References references;
    private final Renderer renderer;
    private final Bounds bounds;
    private final Embedder embedder;
    private final Map<String, Dimensions> dimensions = new HashMap<>();
    private final Map<Rendered, PDImageXObject> embedded = new HashMap<>();

    /** Creates the pictures of a document. */
    public Pictures(
            DocumentSource source, References references, Renderer renderer, Bounds bounds, PDDocument document) {
        this.source = source;
        this.references = references;
        this.renderer = renderer;
        this.bounds = bounds;
        this.embedder = new Embedder(renderer, bounds, document);
    }

    /** Stops the use of JPEG, whose data openhtmltopdf cannot show without interpolation. */
    public void useLossless() {
        embedder.useLossless();
    }

    /**
     * Returns a picture.
     *
     * @param url a {@code data:} URL, or the path of the key
     */
    public PdfBoxImage open(String url) {
        return new Picture((width, height) -> embedded(url, width, height), url, dimensions(url), DOTS_PER_PIXEL);
    }

    /** Returns the picture for a size on paper. */
    private PDImageXObject embedded(String url, int width, int height) {
        bounds.checkTime();
        PixelSize size = PixelSize.of(dimensions(url), (double) width / DOTS_PER_INCH, (double) height / DOTS_PER_INCH);
        Rendered key = new Rendered(url, size);
        PDImageXObject known = embedded.get(key);
        if (known == null) {
            try {
                known = embedder.embed(bytes(url), size);
            } catch (UnrenderableException e) {
                throw problem(url, e);
            }
            embedded.put(key, known);
        }
        return known;
    }

    private Dimensions dimensions(String url) {
        Dimensions known = dimensions.get(url);
        if (known == null) {
            byte[] picture = bytes(url);
            DrawingRules.check(name(url), picture);
            try {
                known = renderer.dimensions(picture);
            } catch (UnrenderableException e) {
                throw problem(url, e);
            }
            dimensions.put(url, known);
        }
        return known;
    }

    private byte[] bytes(String url) {
        if (!References.isData(url)) {
            return source.bytes(Key.ofPath(url));
        }
        return DataUrl.read(url)
                .orElseThrow(() -> DocumentProblem.broken(name(url) + ": expected a data: URL, got a malformed one"));
    }

    private DocumentProblem problem(String url, UnrenderableException e) {
        String sentence = name(url) + ": " + e.sentence();
        return e.reason() == UnrenderableException.Reason.TOO_LARGE
                ? DocumentProblem.tooLarge(sentence)
                : DocumentProblem.broken(sentence, e);
    }

    private String name(String url) {
        return References.isData(url)
                ? references.template() + ": " + References.shown(url)
                : source.name(Key.ofPath(url));
    }
}
