/** The parts of {@code ./dev bulk} that use the console, the AWS CLI and files. */
@NullMarked
package io.edgepix.localqueue.bulk;

import org.jspecify.annotations.NullMarked;
