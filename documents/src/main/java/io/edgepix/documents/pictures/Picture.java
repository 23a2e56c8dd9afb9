package io.edgepix.documents.pictures;

import com.openhtmltopdf.pdfboxout.PdfBoxImage;
import io.edgepix.imaging.model.Dimensions;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A picture in a layout. It is rendered when it is painted, since its size on paper is known only then. */
final class Picture extends PdfBoxImage {
    private static final byte[] NO_BYTES = {};

    /** Renders a picture for a size on paper, in dots. */
    @FunctionalInterface
    interface Painter {
        PDImageXObject paint(int width, int height);
    }

    private final Painter painter;

    /** Creates a picture of its natural size: the pixels of the original at 96 dpi. */
    Picture(Painter painter, String url, Dimensions dimensions, int dotsPerPixel) {
        super(
                NO_BYTES,
                url,
                (float) Math.max(1, dimensions.width() * dotsPerPixel),
                (float) Math.max(1, dimensions.height() * dotsPerPixel),
                null);
        this.painter = painter;
    }

    @Override
    public PDImageXObject getXObject() {
        return painter.paint(getWidth(), getHeight());
    }
}
