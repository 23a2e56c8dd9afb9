/** Reads the size and the text of SVG, and draws it in a program with librsvg. */
@NullMarked
package io.edgepix.imaging.svg;

import org.jspecify.annotations.NullMarked;
