/** What a derivative is and which ones may be asked for. Compiled to JavaScript as well, so it stays clear of regexes, formatters and URL classes. */
@NullMarked
package io.edgepix.derivative;

import org.jspecify.annotations.NullMarked;
