package io.edgepix.documents.layout;

import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import java.util.List;

/** A font of a size, with the faces that are tried for each character, in this order. */
final class PrintFont extends PdfBoxFSFont {
    private final List<Face> faces;

    PrintFont(List<Face> faces, float size) {
        super(faces.stream().map(Face::description).toList(), size);
        this.faces = faces;
    }

    List<Face> faces() {
        return faces;
    }
}
