package io.edgepix.derivation.store;

import io.edgepix.derivative.Key;
import java.util.Optional;

/** The keys of objects that are neither originals nor derivatives. CloudFront may not read them. */
public final class InternalKeys {
    /** The folder of all these objects. */
    public static final String FOLDER = ".edgepix/";

    /** The folder in which the edge requests derivatives from the queue. */
    public static final String REQUESTS = FOLDER + "requests/";

    /** The folder of attempts of the edge to render an AVIF. */
    public static final String ATTEMPTS = FOLDER + "attempts/";

    private InternalKeys() {}

    /** Tells whether a key is below the folder. */
    public static boolean isInternal(Key key) {
        return key.value().startsWith(FOLDER);
    }

    /** Returns the key of the request for a derivative; empty if it would be too long. */
    public static Optional<Key> request(Key derivative) {
        return key(REQUESTS, derivative);
    }

    /** Returns the key of the attempt to render a derivative; empty if it would be too long. */
    public static Optional<Key> attempt(Key derivative) {
        return key(ATTEMPTS, derivative);
    }

    private static Optional<Key> key(String folder, Key derivative) {
        Key key = new Key(folder + derivative.value());
        return key.bytes() > Key.MAX_BYTES ? Optional.empty() : Optional.of(key);
    }
}
