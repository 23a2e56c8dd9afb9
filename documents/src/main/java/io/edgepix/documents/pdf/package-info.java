/** Writes PDF files. */
@NullMarked
package io.edgepix.documents.pdf;

import org.jspecify.annotations.NullMarked;
