package io.edgepix.pregenerate.original;

import io.edgepix.configuration.ConfigException;
import io.edgepix.configuration.Pregeneration.Copies;
import io.edgepix.derivation.DerivativePlace;
import io.edgepix.derivation.store.Store;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Key;
import java.util.Optional;
import java.util.function.Function;

/** The places of derivatives in the second bucket. */
public final class CopyPlaces {
    private static final String FORMAT = "{format}";

    private final Store store;
    private final String template;

    private CopyPlaces(Store store, String template) {
        this.store = store;
        this.template = template;
    }

    /**
     * Returns the places that a configuration sets.
     *
     * @param bucket the bucket of the originals
     * @param stores opens a bucket by its name
     * @throws ConfigException if it is the bucket of the originals
     */
    public static CopyPlaces of(Copies copies, String bucket, Function<String, Store> stores) {
        String second = copies.bucket().replace("{bucket}", bucket);
        if (second.equals(bucket)) {
            throw new ConfigException(
                    "pregenerate.to.bucket",
                    "expected a bucket other than that of the originals, got \"" + second + "\"");
        }
        return new CopyPlaces(stores.apply(second), copies.key());
    }

    /** Tells whether there are copies in all formats, not only in the format of the original. */
    boolean hasAllFormats() {
        return template.contains(FORMAT);
    }

    /** Returns the place of a copy; empty if its key would be too long. */
    Optional<DerivativePlace> of(String preset, Derivative derivative) {
        Key key = new Key(template.replace("{preset}", preset)
                .replace(FORMAT, derivative.format().token())
                .replace("{key}", derivative.original().value()));
        return key.bytes() > Key.MAX_BYTES
                ? Optional.empty()
                : Optional.of(new DerivativePlace(derivative, store, key));
    }
}
