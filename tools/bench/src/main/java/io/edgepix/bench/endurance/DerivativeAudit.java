package io.edgepix.bench.endurance;

import io.edgepix.bench.measurement.BenchException;
import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.pregenerate.listing.ConfiguredFolders;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Compares all derivatives of a bucket with their originals. */
final class DerivativeAudit {
    private static final RenderRequest TINY = new RenderRequest(new Size(32, 32), Fit.COVER, Format.PNG, 80, 0);

    private final BucketObjects objects;
    private final Renderer renderer;
    private final ConfiguredFolders wanted;

    DerivativeAudit(BucketObjects objects, Config config) {
        this.objects = objects;
        this.renderer = Renderers.best(ConfiguredLimits.of(config));
        this.wanted = new ConfiguredFolders(config);
    }

    /**
     * Checks that every original has its wanted derivatives, and that every derivative can be decoded, has the width of
     * its path, and was rendered from the current original.
     *
     * @param isBroken originals without derivatives
     * @return the number of derivatives
     * @throws BenchException if one of this is not the case
     */
    int check(Set<String> isBroken) throws IOException {
        List<String> problems = problems(isBroken);
        if (!problems.isEmpty()) {
            throw new BenchException(problems.size() + " wrong objects: "
                    + String.join("; ", problems.stream().limit(8).toList()));
        }
        return objects.derivatives().size();
    }

    /** Returns a sentence for each object that is wrong or missing. */
    List<String> problems(Set<String> isBroken) throws IOException {
        Queue<String> problems = new ConcurrentLinkedQueue<>();
        Set<String> keys = new HashSet<>(objects.derivatives());
        Map<String, Optional<String>> etags = new TreeMap<>();
        objects.originals().forEach(original -> etags.put(original, objects.etag(original)));
        for (String original : etags.keySet()) {
            if (!isBroken.contains(original)) {
                wanted.of(original).stream()
                        .filter(folder -> !keys.contains(folder + original))
                        .forEach(folder -> problems.add(folder + original + " is missing"));
            }
        }
        keys.parallelStream().forEach(key -> check(key, etags, problems));
        return problems.stream().sorted().toList();
    }

    private void check(String key, Map<String, Optional<String>> etags, Queue<String> problems) {
        String original = DerivativeKeys.originalOf(new Key(key)).value();
        Optional<String> etag = Objects.requireNonNullElse(etags.get(original), Optional.empty());
        Optional<String> recorded = objects.originalEtag(key);
        if (etag.isEmpty()) {
            problems.add(key + " has no original");
        } else if (!recorded.equals(etag)) {
            problems.add(key + " is outdated: recorded " + recorded + ", the original has " + etag);
        }
        try {
            byte[] bytes = objects.bytes(key);
            int width = (int) renderer.dimensions(bytes).width();
            renderer.renderAll(bytes, List.of(TINY));
            String size = key.substring(0, key.indexOf('/'));
            if (size.matches("\\d+x") && !size.equals(width + "x")) {
                problems.add(key + " is " + width + " pixels wide");
            }
        } catch (UnrenderableException e) {
            problems.add(key + " cannot be decoded: " + e.getMessage());
        }
    }
}
