/** The tables of docs/formats.md, and a sample of each kind of file. */
@NullMarked
package io.edgepix.imaging.formats;

import org.jspecify.annotations.NullMarked;
