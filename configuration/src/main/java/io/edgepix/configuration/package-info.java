/** Reads {@code edgepix.json} into {@link io.edgepix.configuration.Config}. It runs only on the JVM. */
@NullMarked
package io.edgepix.configuration;

import org.jspecify.annotations.NullMarked;
