/** S3's notifications about a folder. */
@NullMarked
package io.edgepix.localqueue.watch;

import org.jspecify.annotations.NullMarked;
