/** Reads AVIF (ISO/IEC 14496-12, ISO/IEC 23008-12 and the AV1 specification). */
@NullMarked
package io.edgepix.imaging.avif;

import org.jspecify.annotations.NullMarked;
