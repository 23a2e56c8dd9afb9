/** SQS in this process. */
@NullMarked
package io.edgepix.localqueue.sqs;

import org.jspecify.annotations.NullMarked;
