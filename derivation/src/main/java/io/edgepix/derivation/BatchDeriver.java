package io.edgepix.derivation;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.StoredOriginal;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Dimensions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives several derivatives of an original in one decoding. It renders only those that the bucket lacks, or that are
 * of a former original. Thread-safe. It limits the memory of all derivations at the same time.
 */
public final class BatchDeriver {
    private final OriginalFetcher originals;
    private final UnchangedOriginal unchanged;
    private final ConfiguredRenderer renderer;
    private final Canonicalizer canonicalizer;
    private final DerivativeStore derivatives;
    private final MemoryBudget memory = new MemoryBudget();
    private final DerivationLog log;

    /**
     * Creates a deriver under a configuration.
     *
     * @throws io.edgepix.derivative.ConfigException if the configuration offers a format that the renderer cannot write
     */
    public BatchDeriver(Config config, Renderer renderer, DerivationLog log) {
        PathGrammar grammar = new PathGrammar(config.offer());
        this.originals = new OriginalFetcher(config.limits().maxBytes(), log);
        this.unchanged = new UnchangedOriginal(originals, log);
        this.renderer = new ConfiguredRenderer(config, ConfiguredEffort.inBackground(config), renderer, log);
        this.canonicalizer = new Canonicalizer(config.offer().sizes(), grammar, this.renderer::request);
        this.derivatives = new DerivativeStore(config, grammar, log);
        this.log = log;
    }

    /**
     * Renders and stores the derivatives that are missing. Returns empty if the original does not exist.
     *
     * @throws DerivationException if the original cannot be read or rendered, a derivative cannot be stored, or the
     *     original changes during each of three attempts
     */
    public Optional<BatchResult> derive(DerivationBatch batch) throws DerivationException {
        OriginalRequest request = new OriginalRequest(batch.original(), batch.store(), new ServerTiming());
        Optional<ObjectHead> head = originals.head(request);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        BatchObjects objects = new BatchObjects(batch, derivatives, log);
        Set<DerivativePlace> wanted = places(batch, batch.derivatives());
        objects.read(wanted);
        String etag = head.get().etag();
        if (objects.toRender(wanted, etag).isEmpty()) {
            return Optional.of(objects.result(wanted, etag));
        }
        Optional<BatchResult> result =
                memory.withBytes(head.get().bytes(), () -> unchanged.derive(request, derivation(batch, objects)));
        if (objects.hasFailed()) {
            throw new DerivationException(503, "A derivative could not be stored; try again later.");
        }
        return result;
    }

    private UnchangedOriginal.Derivation<BatchResult> derivation(DerivationBatch batch, BatchObjects objects) {
        return new UnchangedOriginal.Derivation<>() {
            @Override
            public BatchResult derive(StoredOriginal original) throws DerivationException {
                return BatchDeriver.this.derive(batch, objects, original);
            }

            @Override
            public void undo(BatchResult result) {
                objects.undo();
            }
        };
    }

    private BatchResult derive(DerivationBatch batch, BatchObjects objects, StoredOriginal original)
            throws DerivationException {
        Dimensions dimensions = renderer.dimensions(original.bytes(), batch.original());
        Set<DerivativePlace> places = places(
                batch,
                batch.derivatives().stream()
                        .map(derivative -> canonicalizer.canonical(derivative, dimensions))
                        .toList());
        objects.read(places);
        Map<DerivativePlace, Derivative> missing = new LinkedHashMap<>();
        objects.toRender(places, original.etag())
                .forEach(place -> missing.put(place, canonicalizer.canonical(place.derivative(), dimensions)));
        if (!missing.isEmpty()) {
            objects.write(pictures(missing, original, dimensions), original);
        }
        return objects.result(places, original.etag());
    }

    /** Renders each derivative once, even if it has several places. */
    private Map<DerivativePlace, byte[]> pictures(
            Map<DerivativePlace, Derivative> places, StoredOriginal original, Dimensions dimensions)
            throws DerivationException {
        List<Derivative> distinct = places.values().stream().distinct().toList();
        List<byte[]> rendered = memory.withPixels(
                dimensions.width() * dimensions.height(), () -> renderer.renderAll(original.bytes(), distinct));
        Map<DerivativePlace, byte[]> pictures = new LinkedHashMap<>();
        places.forEach((place, derivative) -> {
            byte[] picture = rendered.get(distinct.indexOf(derivative));
            log.made(place.key().path(), original.bytes().length, picture.length);
            pictures.put(place, picture);
        });
        return pictures;
    }

    private Set<DerivativePlace> places(DerivationBatch batch, List<Derivative> inBucket) {
        Set<DerivativePlace> places = new LinkedHashSet<>();
        inBucket.forEach(derivative -> places.add(derivatives.place(batch.store(), derivative)));
        places.addAll(batch.copies());
        return places;
    }
}
