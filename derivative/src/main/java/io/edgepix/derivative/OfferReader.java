package io.edgepix.derivative;

import java.util.ArrayList;
import java.util.List;

/** Parses the text of an {@link Offer}. It checks only the form, as packaging has checked the values. */
public final class OfferReader {
    public static final String TITLE = "edgepix 1\n";
    public static final String EXACT = "exact";
    public static final String LADDER = "ladder";
    public static final String LIST = "list";
    public static final String OPEN = "open";
    public static final String PRESETS = "presets";
    public static final String PRESET_SIZES = "preset-sizes";
    public static final String URLS = "urls";
    public static final String EXTENSION = "extension";
    public static final String HINTS = "hints";
    public static final String SIGNING = "signing";
    public static final String FIT = "fit";
    public static final String AVIF = "avif";
    public static final String QUALITY = "quality";
    public static final String CORS = "cors";

    private final String text;
    private int at;

    private OfferReader(String text) {
        this.text = text;
    }

    /**
     * Reads the file that packaging writes. Reading its lines takes less code than reading JSON with good error
     * messages.
     *
     * @throws IllegalArgumentException if the text has a different form
     */
    public static Offer read(String text) {
        return new OfferReader(text).read();
    }

    private Offer read() {
        try {
            if (!text.startsWith(TITLE)) {
                throw fault();
            }
            at = TITLE.length();
            Offer offer = new Offer(
                    sizes(),
                    presets(),
                    urls(),
                    extension(),
                    hints(),
                    signing(),
                    Fit.of(word(FIT)),
                    number(word(AVIF), 1) == 1,
                    quality(),
                    new Cors(line(CORS)));
            if (at < text.length()) {
                throw fault();
            }
            return offer;
        } catch (MalformedException e) {
            throw fault();
        }
    }

    private SizePolicy sizes() {
        List<String> words = line(EXACT);
        List<Size> exact = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            exact.add(Size.parse(words.get(i)));
        }
        if (text.startsWith(OPEN, at)) {
            return new SizePolicy.Open(exact, number(word(OPEN), Size.MAX_SIDE));
        }
        if (text.startsWith(LIST, at)) {
            return new SizePolicy.Listed(exact, number(word(LIST), SizePolicy.MAX_VARIANCE));
        }
        words = line(LADDER);
        if (words.size() < 2) {
            throw fault();
        }
        List<Integer> rungs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            rungs.add(number(words.get(i), Size.MAX_SIDE));
        }
        return new SizePolicy.Ladder(exact, rungs, number(words.get(0), SizePolicy.MAX_VARIANCE));
    }

    private Presets presets() {
        List<String> names = line(PRESETS);
        List<String> sizes = line(PRESET_SIZES);
        if (names.size() != sizes.size()) {
            throw fault();
        }
        List<Preset> presets = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            presets.add(Preset.parse(sizes.get(i)));
        }
        return new Presets(names, presets);
    }

    private List<UrlTemplate> urls() {
        List<String> words = line(URLS);
        List<UrlTemplate> urls = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            urls.add(UrlTemplate.parse(words.get(i)));
        }
        return urls;
    }

    private String extension() {
        List<String> words = line(EXTENSION);
        return words.isEmpty() ? "" : words.get(0);
    }

    private Hints hints() {
        List<String> words = line(HINTS);
        if (words.size() != 3) {
            throw fault();
        }
        String width = words.get(2);
        return new Hints(
                number(words.get(0), 1) == 1, width.equals("-") ? null : Size.parse(width), number(words.get(1), 100));
    }

    private Signing signing() {
        List<String> words = line(SIGNING);
        if (words.isEmpty()) {
            throw fault();
        }
        List<String> keys = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            keys.add(words.get(i));
        }
        return new Signing(keys, number(words.get(0), 1) == 1);
    }

    private Quality quality() {
        List<String> words = line(QUALITY);
        if (words.size() != 3) {
            throw fault();
        }
        return new Quality(Quality.parse(words.get(0)), Quality.parse(words.get(1)), Quality.parse(words.get(2)));
    }

    private String word(String name) {
        List<String> words = line(name);
        if (words.size() != 1) {
            throw fault();
        }
        return words.get(0);
    }

    /** Returns the words of the next line, which must have the given name. */
    private List<String> line(String name) {
        int end = text.indexOf('\n', at);
        int space = at + name.length();
        if (end < space || !text.startsWith(name, at) || (space < end && text.charAt(space) != ' ')) {
            throw fault();
        }
        List<String> words = new ArrayList<>();
        while (space < end) {
            int next = text.indexOf(' ', space + 1);
            int stop = next < 0 || next > end ? end : next;
            words.add(text.substring(space + 1, stop));
            space = stop;
        }
        at = end + 1;
        return words;
    }

    private static int number(String word, int max) {
        int number = Digits.parse(word, max);
        if (number < 0) {
            throw fault();
        }
        return number;
    }

    private static IllegalArgumentException fault() {
        return new IllegalArgumentException(Offer.FILE + ": expected the form that packaging writes");
    }
}
