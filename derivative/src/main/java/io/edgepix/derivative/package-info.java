/**
 * Derivatives, and the offer of derivatives. TeaVM compiles this package to JavaScript, so it uses no regular
 * expressions, formatters or URL classes. {@code Optional} would make the JavaScript larger. Absence is therefore
 * {@code @Nullable}, -1 for a number, or an empty text.
 */
@NullMarked
package io.edgepix.derivative;

import org.jspecify.annotations.NullMarked;
