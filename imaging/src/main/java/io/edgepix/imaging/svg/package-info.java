/** SVG: sizes, safety, fonts and the program that draws it. */
@NullMarked
package io.edgepix.imaging.svg;

import org.jspecify.annotations.NullMarked;
