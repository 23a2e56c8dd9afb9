/** Renders PDFs from HTML templates and data. */
@NullMarked
package io.edgepix.documents;

import org.jspecify.annotations.NullMarked;
