package io.edgepix.configuration;

import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.OfferReader;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.Signing;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.SizePolicy;
import io.edgepix.derivative.UrlTemplate;
import java.util.ArrayList;
import java.util.List;

/** Writes an {@link Offer} as text. */
public final class OfferWriter {
    private OfferWriter() {}

    /** Writes the text that {@link OfferReader#read} reads. A line consists of a name and of words. */
    public static String write(Offer offer) {
        StringBuilder text = new StringBuilder(OfferReader.TITLE);
        line(text, OfferReader.EXACT, offer.sizes().exact());
        switch (offer.sizes()) {
            case SizePolicy.Ladder ladder -> line(text, OfferReader.LADDER, ladder(ladder));
            case SizePolicy.Listed listed -> line(text, OfferReader.LIST, List.of(listed.variance()));
            case SizePolicy.Open open -> line(text, OfferReader.OPEN, List.of(open.maxSide()));
        }
        line(text, OfferReader.PRESETS, offer.presets().names());
        line(text, OfferReader.PRESET_SIZES, offer.presets().presets());
        line(text, OfferReader.URLS, texts(offer.urls()));
        line(text, OfferReader.EXTENSION, offer.extension().isEmpty() ? List.of() : List.of(offer.extension()));
        line(text, OfferReader.HINTS, hints(offer.hints()));
        line(text, OfferReader.SIGNING, signing(offer.signing()));
        line(text, OfferReader.FIT, List.of(offer.defaultFit().token()));
        line(text, OfferReader.AVIF, List.of(offer.avif() ? 1 : 0));
        Quality quality = offer.quality();
        line(text, OfferReader.QUALITY, List.of(quality.avif(), quality.webp(), quality.jpeg()));
        line(text, OfferReader.CORS, offer.cors().origins());
        return text.toString();
    }

    private static List<Object> ladder(SizePolicy.Ladder ladder) {
        List<Object> words = new ArrayList<>(List.of(ladder.variance()));
        words.addAll(ladder.rungs());
        return words;
    }

    private static List<Object> texts(List<UrlTemplate> urls) {
        List<Object> texts = new ArrayList<>();
        for (UrlTemplate url : urls) {
            texts.add(url.text());
        }
        return texts;
    }

    private static List<Object> hints(Hints hints) {
        Size width = hints.width();
        return List.of(hints.dpr() ? 1 : 0, hints.saveData(), width == null ? "-" : width);
    }

    private static List<Object> signing(Signing signing) {
        List<Object> words = new ArrayList<>(List.of(signing.originals() ? 1 : 0));
        words.addAll(signing.keys());
        return words;
    }

    private static void line(StringBuilder text, String name, List<?> words) {
        text.append(name);
        for (Object word : words) {
            text.append(' ').append(word);
        }
        text.append('\n');
    }
}
