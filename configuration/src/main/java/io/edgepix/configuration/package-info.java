/** Reads {@code edgepix.json} into {@link io.edgepix.configuration.Config}, on the JVM alone. */
@NullMarked
package io.edgepix.configuration;

import org.jspecify.annotations.NullMarked;
