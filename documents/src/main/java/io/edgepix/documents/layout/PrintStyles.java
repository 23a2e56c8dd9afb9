package io.edgepix.documents.layout;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.css.newmatch.PageInfo;
import com.openhtmltopdf.css.parser.CSSPrimitiveValue;
import com.openhtmltopdf.css.parser.PropertyValue;
import com.openhtmltopdf.extend.UserAgentCallback;
import io.edgepix.documents.pictures.Pictures;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Matches styles, which layout asks for at every element and every new page, and checks the limits on the way. */
final class PrintStyles extends StyleReference {
    private static final int MAX_SPAN = 1000;
    /** Layout asks for the style of a page more than once. */
    private static final int QUESTIONS_A_PAGE = 3;

    private static final int MORE_QUESTIONS = 100;
    private static final CSSName[] SPANS = {CSSName.FS_COLSPAN, CSSName.FS_ROWSPAN};

    private final String template;
    private final Bounds bounds;
    private final Pictures pictures;
    private int questions;

    PrintStyles(UserAgentCallback files, String template, Bounds bounds, Pictures pictures) {
        super(files);
        this.template = template;
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
        questions++;
        bounds.checkPages((questions - MORE_QUESTIONS) / QUESTIONS_A_PAGE);
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
                checkSpan(style.propertyByName(span).getValue());
            }
        }
        if (style.hasProperty(CSSName.CONTENT)) {
            checkContent((PropertyValue) style.propertyByName(CSSName.CONTENT).getValue());
        }
        if (style.hasProperty(CSSName.IMAGE_RENDERING)) {
            pictures.useLossless();
        }
        return style;
    }

    private void checkSpan(CSSPrimitiveValue value) {
        if (value.getFloatValue(CSSPrimitiveValue.CSS_NUMBER) > MAX_SPAN) {
            throw DocumentProblem.broken(template + ": table: expected cells over at most " + MAX_SPAN
                    + " columns and rows, got " + value.getCssText());
        }
    }

    private void checkContent(PropertyValue content) {
        List<PropertyValue> values = content.getValues();
        if (values == null) {
            return;
        }
        for (PropertyValue value : values) {
            if (value.getPropertyValueType() == PropertyValue.VALUE_TYPE_FUNCTION
                    && value.getFunction().getName().equals("leader")
                    && value.getFunction()
                            .getParameters()
                            .getFirst()
                            .getStringValue()
                            .isEmpty()) {
                throw DocumentProblem.broken(template + ": leader(): expected characters to repeat, got none");
            }
        }
    }
}
