package io.edgepix.originresponse;

import io.edgepix.configuration.Config;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import io.edgepix.originresponse.Timings.Phase;
import io.edgepix.originresponse.store.Original;
import io.edgepix.originresponse.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The picture shown where there is no original. What was rendered is kept for as long as it is the same picture, so that
 * asking for picture after picture that does not exist costs next to nothing. Thread-safe.
 */
final class Placeholder {
    private static final int KEPT = 32;

    /** A form of the placeholder, as it was when its ETag was that. */
    private record Form(Derivative derivative, String etag) {}

    private final Config config;
    private final Rendering rendering;
    private final Journal journal;
    private final Map<Form, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Form, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    Placeholder(Config config, Rendering rendering, Journal journal) {
        this.config = config;
        this.rendering = rendering;
        this.journal = journal;
    }

    /** The placeholder in the form of a derivative; empty where none is configured, or it cannot be shown. */
    Optional<byte[]> render(Miss miss) {
        if (config.placeholder().isEmpty()) {
            return Optional.empty();
        }
        Derivative missing = miss.derivative();
        Derivative wanted = new Derivative(
                missing.size(),
                missing.fit(),
                missing.focus(),
                missing.quality(),
                missing.format(),
                config.placeholder().orElseThrow());
        try {
            return Optional.of(render(miss, wanted));
        } catch (StoreException | RefusedException e) {
            journal.failed(Journal.Kind.PLACEHOLDER_FAILED, wanted.original().path(), e);
            return Optional.empty();
        }
    }

    private synchronized byte[] render(Miss miss, Derivative wanted) throws StoreException, RefusedException {
        Form form = new Form(wanted, etag(miss, wanted.original()));
        byte[] picture = kept.get(form);
        if (picture == null) {
            picture = make(miss, wanted);
            kept.put(form, picture);
        }
        return picture;
    }

    private static String etag(Miss miss, Key key) throws StoreException {
        try (Timings.Span _ = miss.timings().of(Phase.FETCH)) {
            return miss.store()
                    .etag(key)
                    .orElseThrow(() -> new StoreException(StoreException.Reason.MISSING, "no such key", null));
        }
    }

    private byte[] make(Miss miss, Derivative wanted) throws StoreException, RefusedException {
        Original original;
        try (Timings.Span _ = miss.timings().of(Phase.FETCH)) {
            original = miss.store().get(wanted.original(), config.limits().maxBytes());
        }
        try (Timings.Span _ = miss.timings().of(Phase.RENDER)) {
            return rendering.render(original.bytes(), wanted);
        }
    }
}
