/** Recognises kinds of files by their bytes, to name formats that cannot be decoded. */
@NullMarked
package io.edgepix.imaging.recognition;

import org.jspecify.annotations.NullMarked;
