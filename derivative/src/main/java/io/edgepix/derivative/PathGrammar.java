package io.edgepix.derivative;

import org.jspecify.annotations.Nullable;

/**
 * The paths of derivatives: {@code /SIZE[-FIT][-fpXxY][-qQUALITY]/FORMAT/KEY}. An option is present only if it differs
 * from the configured default. {@link #print} and {@link #parse} are inverses, so a derivative has exactly one path.
 * That path is its cache key and, decoded, its key in S3. Viewers are redirected to the same path in one of two folders,
 * in which there are no originals.
 */
public final class PathGrammar {
    /** The folder of copies of derivatives that are too large for the answer of a function. */
    public static final String STORED = "~stored/";

    /** The folder of paths for which a larger function renders. There are no objects in it. */
    public static final String BIG = "~big/";

    /** The length of {@code 16383x16383-contain-fp100x100-q100/avif/}. */
    private static final int LONGEST_PREFIX = 40;

    /** The three parts of a key that has the form of a derivative. */
    private record Split(String preset, Format format, String key) {
        static @Nullable Split of(String text) {
            int first = text.indexOf('/');
            if (first < 0 || !isSizeAndOptions(text, first)) {
                return null;
            }
            int second = text.indexOf('/', first + 1);
            if (second < 0 || second + 1 == text.length()) {
                return null;
            }
            Format format = Format.ofToken(text.substring(first + 1, second));
            return format == null ? null : new Split(text.substring(0, first), format, text.substring(second + 1));
        }

        /**
         * Tells whether a text up to an index is digits, an x, digits and known options; 1920x1080-wallpapers is not.
         */
        private static boolean isSizeAndOptions(String text, int end) {
            int at = digitsEnd(text, 0);
            if (at == end || text.charAt(at) != 'x') {
                return false;
            }
            at = digitsEnd(text, at + 1);
            boolean isSize = at > 1;
            while (isSize && at < end && text.charAt(at) == '-') {
                int next = text.indexOf('-', at + 1);
                int stop = next < 0 || next > end ? end : next;
                isSize = isOption(text.substring(at + 1, stop));
                at = stop;
            }
            return isSize && at == end;
        }

        private static int digitsEnd(String text, int from) {
            int at = from;
            while (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            return at;
        }

        private static boolean isOption(String word) {
            int x = word.indexOf('x');
            return Fit.ofToken(word) != null
                    || (word.length() > 1 && word.charAt(0) == 'q' && Digits.areAll(word, 1, word.length()))
                    || (word.startsWith("fp")
                            && x > 2
                            && x + 1 < word.length()
                            && Digits.areAll(word, 2, x)
                            && Digits.areAll(word, x + 1, word.length()));
        }
    }

    private final Offer offer;

    /** Creates the grammar for the defaults and the policy of an offer. */
    public PathGrammar(Offer offer) {
        this.offer = offer;
    }

    /** Returns the canonical path, percent-encoded. */
    public String print(Derivative derivative) {
        // The prefix needs no encoding.
        return prefix(derivative, "/").add(derivative.original().path()).toString();
    }

    /** Returns the path of a derivative in a folder: {@link #STORED}, {@link #BIG}, or an empty text for no folder. */
    public String print(String folder, Derivative derivative) {
        return "/" + folder + print(derivative).substring(1);
    }

    /** Returns the key of the derivative in S3. */
    public Key key(Derivative derivative) {
        return new Key(prefix(derivative, "")
                .add("/")
                .add(derivative.original().value())
                .toString());
    }

    /** Returns the key of the copy of a derivative in {@link #STORED}. */
    public Key copyKey(Derivative derivative) {
        return new Key(STORED + key(derivative).value());
    }

    private Text prefix(Derivative derivative, String before) {
        Text prefix = derivative.size().appendTo(new Text().add(before));
        if (derivative.fit() != offer.defaultFit()) {
            prefix.add("-").add(derivative.fit().token());
        }
        if (!derivative.focus().isCentre()) {
            derivative.focus().appendTo(prefix.add("-fp"));
        }
        if (derivative.quality() != Quality.DEFAULT) {
            prefix.add("-q").add(derivative.quality());
        }
        return prefix.add("/").add(derivative.format().token());
    }

    /**
     * Returns the derivative for a request. It applies the policy, and turns options with the same effect into the same
     * options.
     *
     * @param width in pixels, 0 if free
     * @param height in pixels, 0 if free
     * @param quality 1 to 100, or {@link Quality#DEFAULT}
     * @throws MalformedException if the offer does not allow the request, or the key cannot be that of an original
     */
    public Derivative admit(int width, int height, Fit fit, Focus focus, int quality, Format format, Key original) {
        if (format == Format.AVIF && !offer.avif()) {
            throw new MalformedException("AVIF is not offered; the formats are webp, jpeg, png and gif.");
        }
        if (isDerivative(original.servable())) {
            throw new MalformedException("This is already a derivative; ask for the original with a size instead.");
        }
        Size size = offer.sizes().admit(width, height);
        // With a free side there is nothing to crop, stretch or pad, so every fit has the same effect.
        boolean free = size.isFree();
        if (!free && fit == Fit.PAD && size.width() * size.height() > Size.MAX_PADDED) {
            throw new MalformedException("A padded box has at most " + Size.MAX_PADDED + " pixels.");
        }
        Derivative derivative = new Derivative(
                size,
                free ? offer.defaultFit() : fit,
                free || fit != Fit.COVER ? Focus.CENTRE : focus.snapped(),
                offer.quality().admit(quality, format),
                format,
                original);
        if (isTooLong(derivative)) {
            throw new MalformedException(
                    "The URL is too long: with size and format, a key has at most " + Key.MAX_BYTES + " bytes.");
        }
        return derivative;
    }

    private boolean isTooLong(Derivative derivative) {
        int bytes = derivative.original().bytes();
        return bytes > Key.MAX_BYTES - LONGEST_PREFIX
                && bytes + prefix(derivative, "").add("/").toString().length() > Key.MAX_BYTES;
    }

    /**
     * Parses a path, with or without a folder.
     *
     * @return null if the path is not that of a derivative, or not percent-encoded UTF-8
     * @throws MalformedException if the path is that of a derivative, but not canonical or not on offer
     */
    public @Nullable Derivative parse(String path) {
        return parse(Key.ofAnyPath(path));
    }

    /** Parses a key in S3 as {@link #parse(String)} does a path. */
    public @Nullable Derivative parse(Key key) {
        String folder = folder(key);
        String text = key.value().substring(folder.length());
        Split split = Split.of(text);
        if (split == null && folder.isEmpty()) {
            return null;
        }
        if (split == null) {
            throw notAPath();
        }
        Preset asked = Preset.parse(split.preset);
        Derivative derivative = admit(
                asked.size().width(),
                asked.size().height(),
                asked.fit() == null ? offer.defaultFit() : asked.fit(),
                asked.focus() == null ? Focus.CENTRE : asked.focus(),
                asked.quality(),
                split.format,
                new Key(split.key));
        if (!text.startsWith(prefix(derivative, "").add("/").toString())) {
            throw notAPath();
        }
        return derivative;
    }

    private static MalformedException notAPath() {
        return new MalformedException("This is not the path of a derivative; ask for the original with ?d= instead.");
    }

    /**
     * Tells whether a key has the form of a derivative, even if the derivative is not on offer. All keys in the folders
     * {@link #STORED} and {@link #BIG} count as such.
     */
    public static boolean isDerivative(Key key) {
        return !folder(key).isEmpty() || Split.of(key.value()) != null;
    }

    /** Returns {@link #STORED} or {@link #BIG} if a key is in that folder; an empty text for other keys. */
    public static String folder(Key key) {
        return key.value().startsWith(STORED) ? STORED : key.value().startsWith(BIG) ? BIG : "";
    }
}
