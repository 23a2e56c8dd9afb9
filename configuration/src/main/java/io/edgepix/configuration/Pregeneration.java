package io.edgepix.configuration;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The derivatives that are rendered before a viewer asks for them.
 *
 * @param prefix only originals whose keys begin with it have such derivatives; may be empty
 * @param wanted the derivatives of an original to which no rule applies
 * @param rules the one with the longest matching prefix applies to an original
 * @param copies the second place of the derivatives, if there is one
 * @param fromEdge whether the edge asks the queue for derivatives that it does not render itself: AVIF after a WebP, and
 *     originals over its limits
 * @param container the limits of originals that are rendered in a container
 * @param encoding the effort of encoders away from a request
 */
public record Pregeneration(
        String prefix,
        Wanted wanted,
        List<Rule> rules,
        Optional<Copies> copies,
        boolean fromEdge,
        OriginalLimits container,
        Encoding encoding) {
    /** The name of the original's own format in lists of formats: PNG for formats with alpha, GIF, else JPEG. */
    public static final String ORIGINAL = "original";

    /**
     * A size.
     *
     * @param name the name of a preset, or the size itself
     */
    public record NamedSize(String name, Preset preset) {
        private static final Pattern SIZE = Pattern.compile("[0-9]*x");

        /**
         * Returns the size of a name or text. The offer must admit it as it is: a ladder would render a different size
         * in its place.
         *
         * @throws MalformedException if the text is neither the name of a preset nor a size on offer
         */
        public static NamedSize of(Offer offer, String text) {
            Preset preset = offer.presets().get(text);
            if (preset != null) {
                return new NamedSize(text, preset);
            }
            Preset read = parse(offer, text);
            Size size = read.size();
            Size admitted = offer.sizes().find(size.width(), size.height());
            if (admitted == null) {
                throw new MalformedException(offer.sizes().refusal() + " The presets are " + names(offer) + ".");
            }
            if (!admitted.equals(size)) {
                throw new MalformedException("the size " + size + " is not offered; the nearest one is " + admitted);
            }
            return new NamedSize(text, read);
        }

        private static Preset parse(Offer offer, String text) {
            if (!SIZE.matcher(text).lookingAt()) {
                throw new MalformedException("expected the name of a preset (" + names(offer)
                        + ") or a size such as 200x200, got \"" + text + "\"");
            }
            return Preset.parse(text);
        }

        private static String names(Offer offer) {
            return String.join(", ", offer.presets().names());
        }
    }

    /**
     * The derivatives of one original: each size in each format.
     *
     * @param formats without the original's own format
     * @param originalFormat whether the original's own format is wanted as well
     */
    public record Wanted(List<NamedSize> sizes, Set<Format> formats, boolean originalFormat) {}

    /** The derivatives of originals whose keys begin with a prefix. */
    public record Rule(String prefix, Wanted wanted) {}

    /**
     * A second place of the derivatives, for pages that link to files.
     *
     * @param bucket may contain <code>{bucket}</code>
     * @param key contains <code>{preset}</code> and <code>{key}</code>, perhaps <code>{format}</code>. Without
     *     <code>{format}</code>, only derivatives in the original's own format are copied
     */
    public record Copies(String bucket, String key) {}

    /**
     * The effort of encoders.
     *
     * @param mozjpeg whether JPEG is encoded with mozjpeg's quantisation: smaller and slower
     * @param avifEffort 0 for the fastest encoding to 9 for the smallest file
     */
    public record Encoding(boolean mozjpeg, int avifEffort) {}

    /** Tells whether keys of originals can begin with a prefix: without a leading slash, and without . and .. in it. */
    public static boolean canBegin(String prefix) {
        return !prefix.startsWith("/") && !new Key(prefix.substring(0, prefix.lastIndexOf('/') + 1)).hasDotSegment();
    }

    /** Returns the derivatives that are wanted of an original; empty if its key does not begin with the prefix. */
    public Optional<Wanted> of(String key) {
        if (!key.startsWith(prefix)) {
            return Optional.empty();
        }
        Rule longest = null;
        for (Rule rule : rules) {
            if (key.startsWith(rule.prefix())
                    && (longest == null
                            || rule.prefix().length() > longest.prefix().length())) {
                longest = rule;
            }
        }
        return Optional.of(longest == null ? wanted : longest.wanted());
    }
}
