/** Recognises kinds of files by their first bytes, to name the formats that cannot be decoded. */
@NullMarked
package io.edgepix.imaging.recognition;

import org.jspecify.annotations.NullMarked;
