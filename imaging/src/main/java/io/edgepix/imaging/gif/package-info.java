/** GIF, as specified in "Graphics Interchange Format, Version 89a". */
@NullMarked
package io.edgepix.imaging.gif;

import org.jspecify.annotations.NullMarked;
