/** Reads SVG: its size, its text, and the program that draws it with librsvg. */
@NullMarked
package io.edgepix.imaging.svg;

import org.jspecify.annotations.NullMarked;
