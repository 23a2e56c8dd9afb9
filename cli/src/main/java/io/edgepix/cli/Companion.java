package io.edgepix.cli;

import io.edgepix.localedge.LocalDeployment;

/** Renders derivatives before a viewer asks for them, next to the local edge of {@code ./dev run --pregenerate}. */
@FunctionalInterface
public interface Companion {
    /**
     * Starts, and prints what the user has to know.
     *
     * @param config the text of the edge's configuration
     * @param existing whether the pictures that are in the folder already get derivatives as well
     * @return is closed before the edge
     * @throws CommandException if the user can fix what prevents it
     */
    AutoCloseable start(LocalDeployment edge, String config, boolean existing);
}
