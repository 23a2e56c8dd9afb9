package io.edgepix.localedge.page;

import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Presets;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The links of an original: itself and some derivatives that the configuration offers, signed if it requires that. */
final class OriginalLinks {
    private static final int THUMBNAIL = 400;
    private static final int MAX_LISTED = 5;
    private static final int MAX_PRESETS = 1;
    private static final long DAY_SECONDS = 86_400;

    private final Offer offer;
    private final InstantSource clock;
    private final Map<String, String> labels;
    private final Optional<Size> thumbnail;

    OriginalLinks(Offer offer, InstantSource clock) {
        this.offer = offer;
        this.clock = clock;
        this.labels = labels(offer);
        this.thumbnail = thumbnail(offer.sizes());
    }

    /** Returns labels by the query of a derivative, in the order of the links. */
    private static Map<String, String> labels(Offer offer) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Size> sizes = sizes(offer.sizes());
        sizes.forEach(size -> labels.putIfAbsent("d=" + size, size.toString()));
        cropped(offer.sizes(), sizes)
                .filter(size -> offer.defaultFit() != Fit.COVER)
                .ifPresent(size -> labels.put("d=" + size + "&fit=" + Fit.COVER.token(), size + ", cropped to fill"));
        Presets presets = offer.presets();
        for (int i = 0; i < Math.min(MAX_PRESETS, presets.names().size()); i++) {
            String name = presets.names().get(i);
            labels.put("d=" + name, name + " (" + presets.presets().get(i) + ")");
        }
        return labels;
    }

    /** Returns some sizes on offer. */
    private static List<Size> sizes(SizePolicy policy) {
        return policy instanceof SizePolicy.Listed listed
                ? listed.exact().stream().limit(MAX_LISTED).toList()
                : List.of(nearest(policy, 200, 200), nearest(policy, 800, 0));
    }

    /** Returns a box to crop to; empty if none is on offer. */
    private static Optional<Size> cropped(SizePolicy policy, List<Size> sizes) {
        return policy instanceof SizePolicy.Listed
                ? sizes.stream().filter(size -> !size.isFree()).findFirst()
                : Optional.of(nearest(policy, 400, 300));
    }

    /** Returns the size of the pictures on the page; empty if no size is on offer. */
    private static Optional<Size> thumbnail(SizePolicy policy) {
        return policy instanceof SizePolicy.Listed listed
                ? listed.exact().stream()
                        .min(Comparator.comparingInt(
                                size -> Math.abs(Math.max(size.width(), size.height()) - THUMBNAIL)))
                : Optional.of(nearest(policy, THUMBNAIL, THUMBNAIL));
    }

    private static Size nearest(SizePolicy policy, int width, int height) {
        return policy instanceof SizePolicy.Open open
                ? new Size(Math.min(width, open.maxSide()), Math.min(height, open.maxSide()))
                : policy.admit(width, height);
    }

    /** Returns the links to derivatives, and then to the original. */
    List<Link> of(Key original) {
        List<Link> links = new ArrayList<>();
        labels.forEach((query, label) -> links.add(new Link(label, derivative(original, query))));
        links.add(new Link("original", original(original)));
        return links;
    }

    /** Returns the target of a small picture; that of the original if the configuration offers no size. */
    String thumbnail(Key original) {
        return thumbnail.map(size -> derivative(original, "d=" + size)).orElseGet(() -> original(original));
    }

    /** Returns the target of an original. */
    String original(Key original) {
        boolean isSigned = offer.signing().isOn() && offer.signing().originals();
        return isSigned ? signed(original, "") : original.path();
    }

    private String derivative(Key original, String query) {
        return offer.signing().isOn() ? signed(original, query) : original.path() + "?" + query;
    }

    private String signed(Key original, String query) {
        String key = offer.signing().keys().getFirst();
        return SignedUrl.sign(new JdkHmac(), key, original.path(), query, expiry());
    }

    /** Returns the end of tomorrow in UTC. URLs stay the same for a day, so browsers can cache the pictures. */
    private String expiry() {
        long days = clock.instant().getEpochSecond() / DAY_SECONDS;
        return Long.toString((days + 2) * DAY_SECONDS);
    }
}
