package io.edgepix.pregenerate.listing;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Pregeneration;
import io.edgepix.configuration.Pregeneration.Wanted;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.OriginalFamily;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.pregenerate.original.WantedDerivatives;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The folders of the derivatives that a configuration wants. */
public final class ConfiguredFolders implements WantedFolders {
    /**
     * The originals with the same folders.
     *
     * @param extension one that stands for all extensions with the same formats
     */
    private record Kind(Wanted wanted, String extension) {
        static Kind of(Wanted wanted, String extension) {
            boolean isPng = OriginalFamily.plainest(extension) == Format.PNG;
            return new Kind(wanted, OriginalFamily.mayBeAnimated(extension) ? extension : isPng ? "png" : "jpg");
        }
    }

    private final Pregeneration pregeneration;
    private final PathGrammar grammar;
    private final WantedDerivatives derivatives;
    private final Map<Kind, Set<String>> folders = new HashMap<>();

    /** Creates the folders of a configuration. */
    public ConfiguredFolders(Config config) {
        this.pregeneration = config.pregeneration();
        this.grammar = new PathGrammar(config.offer());
        this.derivatives = new WantedDerivatives(config, Optional.empty(), new DerivationLog(_ -> {}));
    }

    @Override
    public Set<String> of(String key) {
        String extension = new Key(key).extension();
        return pregeneration
                .of(key)
                .map(wanted -> folders.computeIfAbsent(Kind.of(wanted, extension), this::folders))
                .orElse(Set.of());
    }

    /** Returns all folders as text, with the prefixes of rules. Two configurations with the same text want the same. */
    public String text() {
        StringBuilder text = new StringBuilder(line(pregeneration.prefix(), pregeneration.wanted()));
        pregeneration.rules().forEach(rule -> text.append("; ").append(line(rule.prefix(), rule.wanted())));
        return text.toString();
    }

    private String line(String prefix, Wanted wanted) {
        Set<String> all = new TreeSet<>();
        for (String extension : List.of("jpg", "png", "gif")) {
            all.addAll(folders(new Kind(wanted, extension)));
        }
        return prefix + "*: " + String.join(" ", all);
    }

    private Set<String> folders(Kind kind) {
        Key any = new Key("k." + kind.extension());
        return derivatives.derivatives(any, kind.wanted()).stream()
                .map(derivative -> folder(derivative, any))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String folder(Derivative derivative, Key original) {
        String key = grammar.key(derivative).value();
        return key.substring(0, key.length() - original.value().length());
    }
}
