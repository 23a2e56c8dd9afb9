package io.edgepix.documents.pictures;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Renders pictures and embeds them in a PDF. Transparent pictures are lossless. Opaque ones are JPEG, or lossless if
 * that is smaller, as it is for drawings and screenshots.
 */
final class Embedder {
    private static final int QUALITY = 85;
    private static final int WHITE = 0xFFFFFF;

    private final Renderer renderer;
    private final Bounds bounds;
    private final PDDocument document;
    private boolean lossless;
    private long bytes;

    Embedder(Renderer renderer, Bounds bounds, PDDocument document) {
        this.renderer = renderer;
        this.bounds = bounds;
        this.document = document;
    }

    /** Embeds all pictures without JPEG. */
    void useLossless() {
        lossless = true;
    }

    /** Renders an original and embeds it. */
    PDImageXObject embed(byte[] original, PixelSize size) throws UnrenderableException {
        RenderRequest jpeg = request(size, Format.JPEG);
        try {
            if (isJpeg(original) && !lossless) {
                return jpeg(renderer.render(original, jpeg));
            }
            List<byte[]> both = renderer.renderAll(original, List.of(request(size, Format.PNG), jpeg));
            byte[] png = both.getFirst();
            boolean keep = lossless || PngFile.isTransparent(png) || png.length <= both.getLast().length;
            return keep ? png(png) : jpeg(both.getLast());
        } catch (IOException e) {
            throw DocumentProblem.broken("a rendered picture cannot be embedded: " + e.getMessage(), e);
        }
    }

    private PDImageXObject jpeg(byte[] file) throws IOException {
        count(file);
        return JPEGFactory.createFromByteArray(document, file);
    }

    private PDImageXObject png(byte[] file) throws IOException {
        count(file);
        return PDImageXObject.createFromByteArray(document, file, "picture.png");
    }

    private void count(byte[] file) {
        bytes += file.length;
        bounds.checkBytes(bytes);
    }

    private static RenderRequest request(PixelSize size, Format format) {
        return new RenderRequest(new Size(size.width(), size.height()), Fit.FILL, format, QUALITY, WHITE);
    }

    private static boolean isJpeg(byte[] original) {
        return original.length > 2 && (original[0] & 0xFF) == 0xFF && (original[1] & 0xFF) == 0xD8;
    }
}
