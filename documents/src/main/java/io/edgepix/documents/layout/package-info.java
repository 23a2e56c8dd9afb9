/** Lays out pages with openhtmltopdf. */
@NullMarked
package io.edgepix.documents.layout;

import org.jspecify.annotations.NullMarked;
