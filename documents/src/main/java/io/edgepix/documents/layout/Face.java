package io.edgepix.documents.layout;

import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import io.edgepix.documents.fonts.FontProgram;

/** A font as openhtmltopdf describes it. */
record Face(FontProgram program, FontDescription description) {}
