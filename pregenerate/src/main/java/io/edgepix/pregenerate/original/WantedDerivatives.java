package io.edgepix.pregenerate.original;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.Pregeneration;
import io.edgepix.configuration.Pregeneration.NamedSize;
import io.edgepix.configuration.Pregeneration.Wanted;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.DerivativePlace;
import io.edgepix.derivative.Derivative;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.OriginalFamily;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Preset;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The derivatives that are wanted of originals, by the configuration or by a job. */
public final class WantedDerivatives {
    private final Config config;
    private final PathGrammar grammar;
    private final Optional<CopyPlaces> copies;
    private final DerivationLog log;

    /** Creates the choice by a configuration. */
    public WantedDerivatives(Config config, Optional<CopyPlaces> copies, DerivationLog log) {
        this.config = config;
        this.grammar = new PathGrammar(config.offer());
        this.copies = copies;
        this.log = log;
    }

    /** Tells whether an object has no derivatives: it is in the private folder for documents, or a document. */
    public boolean excludes(Key key) {
        return config.documents().excludes(key);
    }

    /** Returns the task for an original by the configuration; empty if originals with such keys have no task. */
    public Optional<OriginalTask> of(Key original) {
        return config.pregeneration().of(original.value()).map(wanted -> task(original, wanted));
    }

    /**
     * Returns the task for an original of a job.
     *
     * @param sizes names of presets, or sizes; empty for those of the configuration
     * @param formats names of formats; empty for those of the configuration
     * @throws MalformedException if a size or a format is not on offer
     */
    public OriginalTask of(Key original, List<String> sizes, List<String> formats) {
        Wanted configured = config.pregeneration()
                .of(original.value())
                .orElse(new Wanted(List.of(), config.pregeneration().wanted().formats(), true));
        List<NamedSize> chosen = sizes.isEmpty()
                ? configured.sizes()
                : sizes.stream().map(size -> NamedSize.of(config.offer(), size)).toList();
        return task(
                original,
                formats.isEmpty()
                        ? new Wanted(chosen, configured.formats(), configured.originalFormat())
                        : wanted(chosen, formats));
    }

    private Wanted wanted(List<NamedSize> sizes, List<String> names) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String name : names) {
            Format format = Format.ofWord(name);
            if (format == null && !name.equals(Pregeneration.ORIGINAL)) {
                throw new MalformedException("expected webp, jpeg, png, gif, avif or original, got " + name);
            }
            if (format == Format.AVIF && !config.offer().avif()) {
                throw new MalformedException("AVIF is not offered");
            }
            if (format != null) {
                formats.add(format);
            }
        }
        return new Wanted(sizes, formats, names.contains(Pregeneration.ORIGINAL));
    }

    /** Returns the task for one derivative. */
    public OriginalTask of(Derivative derivative) {
        return new OriginalTask(derivative.original(), Set.of(derivative), Set.of(), false, false);
    }

    private OriginalTask task(Key original, Wanted wanted) {
        Format own = OriginalFamily.plainest(original.extension());
        Set<Format> formats = formats(original, wanted);
        Set<DerivativePlace> places = new LinkedHashSet<>();
        for (NamedSize size : wanted.sizes()) {
            copies.ifPresent(copy -> (copy.hasAllFormats() ? formats : Set.of(own))
                    .forEach(format -> derivative(size.preset(), format, original)
                            .flatMap(derivative -> copy.of(size.name(), derivative))
                            .ifPresent(places::add)));
        }
        return new OriginalTask(original, derivatives(original, wanted), places, false, false);
    }

    /** Returns the derivatives of an original, without copies of them. */
    public Set<Derivative> derivatives(Key original, Wanted wanted) {
        Set<Derivative> derivatives = new LinkedHashSet<>();
        for (NamedSize size : wanted.sizes()) {
            formats(original, wanted)
                    .forEach(format ->
                            derivative(size.preset(), format, original).ifPresent(derivatives::add));
        }
        return derivatives;
    }

    private static Set<Format> formats(Key original, Wanted wanted) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        formats.addAll(wanted.formats());
        if (OriginalFamily.mayBeAnimated(original.extension())) {
            formats.remove(Format.AVIF);
        }
        if (wanted.originalFormat()) {
            formats.add(OriginalFamily.plainest(original.extension()));
        }
        return formats;
    }

    private Optional<Derivative> derivative(Preset preset, Format format, Key original) {
        try {
            return Optional.of(grammar.admit(
                    preset.size().width(),
                    preset.size().height(),
                    preset.fit() == null ? config.offer().defaultFit() : preset.fit(),
                    preset.focus() == null ? Focus.CENTRE : preset.focus(),
                    preset.quality(),
                    format,
                    original));
        } catch (MalformedException e) {
            log.noted(original.path(), preset + " as " + format.token() + " is left out: " + e.sentence());
            return Optional.empty();
        }
    }
}
