/** Renders the pictures of documents, and embeds them in PDFs. */
@NullMarked
package io.edgepix.documents.pictures;

import org.jspecify.annotations.NullMarked;
