package io.edgepix.documents.layout;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.ReplacedElementFactory;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxImageElement;
import com.openhtmltopdf.render.BlockBox;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Creates the pictures in the text. Other elements have no contents of their own. */
final class PrintElements implements ReplacedElementFactory {
    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext context, BlockBox box, UserAgentCallback files, int width, int height) {
        Element element = box.getElement();
        if (!isReplacedElement(element)) {
            return null;
        }
        return new PdfBoxImageElement(
                element,
                files.getImageResource(element.getAttribute("src")).getImage(),
                context.getSharedContext(),
                true);
    }

    @Override
    public boolean isReplacedElement(@Nullable Element element) {
        return element != null && element.getNodeName().equals("img");
    }
}
