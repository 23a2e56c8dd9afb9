package io.edgepix.originresponse;

import io.edgepix.derivative.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.originresponse.store.Store;
import io.edgepix.originresponse.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The picture shown where there is no original. What was rendered is kept for the life of the function, so that asking
 * for picture after picture that does not exist costs nothing.
 */
final class Placeholder {
    private static final int KEPT = 32;

    private final Config config;
    private final Rendering rendering;
    private final Journal journal;
    private final Map<Derivative, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Derivative, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    Placeholder(Config config, Rendering rendering, Journal journal) {
        this.config = config;
        this.rendering = rendering;
        this.journal = journal;
    }

    /** The placeholder in the form of a derivative; empty where none is configured, or it cannot be shown. */
    synchronized Optional<byte[]> render(Store store, Derivative missing) {
        if (config.placeholder().isEmpty()) {
            return Optional.empty();
        }
        Derivative wanted = new Derivative(
                missing.size(),
                missing.fit(),
                missing.focus(),
                missing.quality(),
                missing.format(),
                new Key(config.placeholder()));
        byte[] picture = kept.get(wanted);
        if (picture != null) {
            return Optional.of(picture);
        }
        Optional<byte[]> made = make(store, wanted);
        made.ifPresent(fresh -> kept.put(wanted, fresh));
        return made;
    }

    private Optional<byte[]> make(Store store, Derivative wanted) {
        try {
            byte[] original = store.get(wanted.original(), config.maxBytes()).bytes();
            return Optional.of(rendering.render(original, wanted));
        } catch (StoreException | RefusedException e) {
            journal.failed(Journal.Kind.PLACEHOLDER_FAILED, wanted.original().path(), e);
            return Optional.empty();
        }
    }
}
