/** Kinds of files by their first bytes, for naming what is not read. */
@NullMarked
package io.edgepix.imaging.recognition;

import org.jspecify.annotations.NullMarked;
