package io.edgepix.derivation;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.store.PutRequest;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.PathGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A deriver over a bucket in memory. */
class DeriverFixture {
    static final String PATH = "/200x200/webp/images/cat.jpg";
    static final String KEY = "images/cat.jpg";
    static final byte[] ORIGINAL = {1, 2, 3};

    final MemoryStore store = new MemoryStore();
    final FakeRenderer renderer = new FakeRenderer();
    final List<String> lines = new ArrayList<>();
    final DerivationLog log = new DerivationLog(lines::add);

    /** The nanoseconds by which the clock advances each time it is read. */
    long tickNanos;

    private long nanos;

    DeriverFixture() {
        store.originals.put(KEY, ORIGINAL);
    }

    Optional<Rendition> derive(String path) throws DerivationException {
        return derive("{}", path);
    }

    Optional<Rendition> derive(String config, String path) throws DerivationException {
        return new Deriver(ConfigReader.read(config), renderer, log).derive(request(config, path));
    }

    Rendition rendition(String path) throws DerivationException {
        return derive(path).orElseThrow();
    }

    Map<String, String> headers(String config, String path) throws DerivationException {
        DerivationRequest request = request(config, path);
        Rendition rendition = new Deriver(ConfigReader.read(config), renderer, log)
                .derive(request)
                .orElseThrow();
        return new RenditionHeaders(ConfigReader.read(config)).of(request, rendition);
    }

    private DerivationRequest request(String config, String path) {
        Derivative derivative = new PathGrammar(ConfigReader.read(config).offer()).parse(path);
        return new DerivationRequest(
                Objects.requireNonNull(derivative, path), store, new ServerTiming(() -> nanos += tickNanos));
    }

    PutRequest stored(String key) {
        return Objects.requireNonNull(store.derivatives.get(key), key);
    }
}
