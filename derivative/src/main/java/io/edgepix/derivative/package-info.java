/**
 * Derivatives and the ones that are on offer. TeaVM compiles this package to JavaScript, so it uses no regular expressions,
 * formatters or URL classes, and {@code @Nullable} for absence, or -1 for a number and an
 * empty text, as {@code Optional} makes the JavaScript larger.
 */
@NullMarked
package io.edgepix.derivative;

import org.jspecify.annotations.NullMarked;
