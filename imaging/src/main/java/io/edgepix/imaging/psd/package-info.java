/** Reads the flattened picture of PSD files ("Adobe Photoshop File Formats Specification"). */
@NullMarked
package io.edgepix.imaging.psd;

import org.jspecify.annotations.NullMarked;
