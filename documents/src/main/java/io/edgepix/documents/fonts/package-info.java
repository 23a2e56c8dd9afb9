/** Parses fonts. */
@NullMarked
package io.edgepix.documents.fonts;

import org.jspecify.annotations.NullMarked;
