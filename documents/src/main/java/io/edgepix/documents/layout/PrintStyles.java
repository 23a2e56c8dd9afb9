package io.edgepix.documents.layout;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.css.newmatch.PageInfo;
import com.openhtmltopdf.css.parser.CSSPrimitiveValue;
import com.openhtmltopdf.extend.UserAgentCallback;
import io.edgepix.documents.pictures.Pictures;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Matches styles, which layout asks for at every element and every new page, and checks the limits on the way. */
final class PrintStyles extends StyleReference {
    private static final int MAX_SPAN = 1000;
    /** Layout asks for the style of a page more than once. */
    private static final int QUESTIONS_A_PAGE = 3;

    private static final int MORE_QUESTIONS = 100;
    private static final CSSName[] SPANS = {CSSName.FS_COLSPAN, CSSName.FS_ROWSPAN};

    private final Bounds bounds;
    private final Pictures pictures;
    private int pages;

    PrintStyles(UserAgentCallback files, Bounds bounds, Pictures pictures) {
        super(files);
        this.bounds = bounds;
        this.pictures = pictures;
    }

    @Override
    public CascadedStyle getCascadedStyle(Element element, boolean restyle) {
        return checked(super.getCascadedStyle(element, restyle));
    }

    @Override
    public CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
        return checked(super.getPseudoElementStyle(node, pseudoElement));
    }

    @Override
    public PageInfo getPageStyle(String pageName, String pseudoPage) {
        bounds.checkTime();
        bounds.checkPages(++pages / QUESTIONS_A_PAGE - MORE_QUESTIONS);
        return super.getPageStyle(pageName, pseudoPage);
    }

    @SuppressWarnings("NullAway") // a pseudo-element without a style has null, in a library without annotations
    private CascadedStyle checked(CascadedStyle style) {
        bounds.checkTime();
        if (style == null) {
            return style;
        }
        for (CSSName span : SPANS) {
            if (style.hasProperty(span)) {
                CSSPrimitiveValue value = style.propertyByName(span).getValue();
                if (value.getFloatValue(CSSPrimitiveValue.CSS_NUMBER) > MAX_SPAN) {
                    throw DocumentProblem.broken("table: expected cells over at most " + MAX_SPAN
                            + " columns and rows, got " + value.getCssText());
                }
            }
        }
        if (style.hasProperty(CSSName.IMAGE_RENDERING)) {
            pictures.useLossless();
        }
        return style;
    }
}
