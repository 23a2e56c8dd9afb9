package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Hints;
import io.edgepix.derivative.Hmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.OriginalFamily;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.Preset;
import io.edgepix.derivative.Quality;
import io.edgepix.derivative.SignedUrl;
import io.edgepix.derivative.Size;
import io.edgepix.derivative.Text;
import io.edgepix.derivative.UrlMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns {@code /KEY?d=SIZE} and the Accept header into the one path of a derivative. */
public final class Rule {
    private final Offer offer;
    private final PathGrammar grammar;
    private final Hmac hmac;
    private final String noSize;

    /** Creates the rule for an offer. */
    public Rule(Offer offer, Hmac hmac) {
        this.offer = offer;
        this.hmac = hmac;
        this.grammar = new PathGrammar(offer);
        this.noSize = noSize(offer);
    }

    /** Decides about a request. Throws no exception for any URL. Methods other than GET and HEAD pass. */
    public Decision decide(RuleInput request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new Decision.Pass();
        }
        boolean isSigned = offer.signing().coversOriginals() && isSigned(request);
        if (offer.signing().coversOriginals() && !isSigned) {
            return new Decision.Forbid();
        }
        boolean isPlain = request.querystring().isEmpty() && PlainPath.isOriginal(request.uri());
        Key key = isPlain ? null : Key.ofAnyPath(request.uri()).completed(offer.extension());
        Decision derived = derived(request, key);
        if (derived == null) {
            return key == null ? new Decision.Pass() : original(request.uri(), key);
        }
        return isSigned || !offer.signing().isOn() || isSigned(request) ? derived : new Decision.Forbid();
    }

    private boolean isSigned(RuleInput request) {
        return SignedUrl.isValid(hmac, offer.signing(), request.uri(), request.querystring(), request.now());
    }

    /**
     * Rewrites the path of an original to its canonical path, so that it is cached once, and can be signed and purged
     * by one path. Refuses paths that cannot be those of objects, as S3 answers the root of the bucket with a list of
     * its keys.
     */
    private static Decision original(String uri, Key key) {
        try {
            return direct(uri, readable(uri, key).servable().path());
        } catch (MalformedException e) {
            return new Decision.Refuse(e.sentence());
        }
    }

    /**
     * Decides about a request for a derivative; returns null if the request is for an original.
     *
     * @param key null for a plain path, which only a template can make a derivative
     */
    private @Nullable Decision derived(RuleInput request, @Nullable Key key) {
        try {
            if (key == null) {
                return byForm(request, request.uri());
            }
            Query query = Query.parse(request.querystring());
            if (query != null) {
                return asked(request, readable(request.uri(), key), query);
            }
            return grammar.parse(key) == null ? byForm(request, key.plainPath()) : direct(request.uri(), key.path());
        } catch (MalformedException e) {
            return new Decision.Refuse(e.sentence());
        }
    }

    /** Returns the key of a path, or throws the exception of a path that has none. Its key is empty. */
    private static Key readable(String uri, Key key) {
        return key.value().isEmpty() ? Key.ofPath(uri) : key;
    }

    /** Returns the decision to continue with the canonical path. */
    private static Decision direct(String uri, String path) {
        return path.equals(uri) ? new Decision.Pass() : new Decision.Rewrite(path);
    }

    /**
     * Tries the templates in turn. Paths that are longer than any key are not tried, as that would take too long.
     *
     * @param path percent-decoded, with the leading slash
     */
    private @Nullable Decision byForm(RuleInput request, String path) {
        for (int i = 0; i < offer.urls().size() && path.length() <= 1 + Key.MAX_BYTES; i++) {
            UrlMatch match =
                    UrlMatch.of(offer.urls().get(i), path, offer.presets().names());
            if (match != null) {
                return asked(
                        request, match.original().completed(offer.extension()), Query.of(match, request.querystring()));
            }
        }
        return null;
    }

    private Decision asked(RuleInput request, Key original, Query query) {
        Preset preset = preset(query.size());
        Size hinted = query.size().equals(Hints.AUTO) ? ClientHints.width(offer, request) : null;
        Size size = hinted != null ? hinted : preset.size();
        Dpr dpr = hinted != null ? Dpr.ONE : query.dpr() != null ? query.dpr() : ClientHints.dpr(offer, request, size);
        Format format = format(query.format(), request, original);
        int quality = query.quality() != Quality.DEFAULT ? query.quality() : preset.quality();
        return new Decision.Rewrite(grammar.print(grammar.admit(
                dpr.times(size.width()),
                dpr.times(size.height()),
                query.fit() != null ? query.fit() : preset.fit() != null ? preset.fit() : offer.defaultFit(),
                query.focus() != null ? query.focus() : preset.focus() != null ? preset.focus() : Focus.CENTRE,
                quality != Quality.DEFAULT ? quality : ClientHints.quality(offer, request, format),
                format,
                original)));
    }

    /**
     * Returns the format of the derivative. If AVIF is not on offer, {@code f=avif} gets the best format that the
     * client accepts: a page with AVIF in a {@code <source>} would show nothing after an error.
     */
    private Format format(@Nullable Format asked, RuleInput request, Key original) {
        boolean offered = asked != Format.AVIF || offer.avif();
        return asked != null && offered ? asked : negotiated(request, original);
    }

    private Preset preset(String d) {
        Preset preset = offer.presets().get(d);
        if (preset != null) {
            return preset;
        }
        Size auto = d.equals(Hints.AUTO) ? offer.hints().width() : null;
        Size size = auto != null ? auto : Size.ofText(d);
        if (size == null) {
            throw new MalformedException(noSize);
        }
        return new Preset(size, null, null, Quality.DEFAULT);
    }

    private static String noSize(Offer offer) {
        Text all = new Text().add(Size.ALLOWED);
        if (offer.hints().width() != null) {
            all.add(", or ").add(Hints.AUTO);
        }
        List<String> presets = offer.presets().names();
        for (int i = 0; i < presets.size(); i++) {
            if (i == 20) {
                all.add(" and others");
                break;
            }
            all.add(i == 0 ? ", or one of " : ", ").add(presets.get(i));
        }
        return all.add(".").toString();
    }

    private Format negotiated(RuleInput request, Key original) {
        Accept accept = Accept.parse(request.accept());
        String extension = original.extension();
        if (offer.avif() && accept.takesAvif() && !OriginalFamily.mayBeAnimated(extension)) {
            return Format.AVIF;
        }
        Format plainest = OriginalFamily.plainest(extension);
        boolean webp = accept.takesWebp()
                ? UserAgent.shows(request.userAgent(), OriginalFamily.mayBeAnimated(extension))
                : plainest != Format.GIF
                        && !accept.namesImageType()
                        && UserAgent.isAppWithWebp(request.userAgent(), request.accept());
        return webp ? Format.WEBP : plainest;
    }
}
