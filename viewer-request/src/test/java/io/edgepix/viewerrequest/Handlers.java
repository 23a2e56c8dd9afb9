package io.edgepix.viewerrequest;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.JdkHmac;

/** Creates the function with a configuration. */
public final class Handlers {
    private Handlers() {}

    /** Returns the function with a configuration. */
    public static ViewerRequestHandler of(Config config) {
        return new ViewerRequestHandler(config.offer(), new JdkHmac());
    }
}
