/** Buckets over S3's REST API, with the parts of the SDK below its full client, so that a process starts faster. */
@NullMarked
package io.edgepix.derivation.rest;

import org.jspecify.annotations.NullMarked;
