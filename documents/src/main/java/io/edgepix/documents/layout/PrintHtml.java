package io.edgepix.documents.layout;

import com.openhtmltopdf.css.extend.StylesheetFactory;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** HTML with the default styles of browsers for print, where those of openhtmltopdf differ. */
final class PrintHtml extends XhtmlNamespaceHandler {
    private static final String THEIRS = "/resources/css/XhtmlNamespaceHandler.css";
    private static final String OURS = "/io/edgepix/documents/layout/print.css";
    private static volatile @Nullable Stylesheet parsed;

    @Override
    public StylesheetInfo getDefaultStylesheet(StylesheetFactory factory) {
        StylesheetInfo info = new StylesheetInfo();
        info.setUri("/");
        info.setOrigin(StylesheetInfo.USER_AGENT);
        info.setMedia("all");
        info.setType("text/css");
        Stylesheet sheet = parsed;
        if (sheet == null) {
            sheet = factory.parse(new StringReader(read(THEIRS) + read(OURS)), info);
            parsed = sheet;
        }
        info.setStylesheet(sheet);
        return info;
    }

    private static String read(String resource) {
        try (InputStream in = PrintHtml.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The stylesheet " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
