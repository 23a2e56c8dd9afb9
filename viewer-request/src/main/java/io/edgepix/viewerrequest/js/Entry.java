package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Hmac;
import io.edgepix.derivative.Offer;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.ViewerRequest;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The exports of {@code rule.js}. All parameters and results are strings, so that no Java object is visible outside. */
public final class Entry {
    /** The request continues unchanged. */
    static final String PASS = "";

    /** The answer is a 403. */
    static final String FORBID = "403";

    private Entry() {}

    /** The rule for one offer, as a function of a request. */
    @JSFunctor
    public interface Decide extends JSObject {
        /**
         * Decides about a request, with each part as in {@link ViewerRequest}.
         *
         * @return {@link #PASS}, {@link #FORBID}, the path that replaces the URL, which starts with a slash, or else the
         *     sentence of a 400
         */
        String decide(
                String method,
                String uri,
                String querystring,
                String accept,
                String userAgent,
                String dpr,
                String width,
                String saveData,
                String now);
    }

    /** {@link Hmac} as a function. */
    @JSFunctor
    public interface HmacFunction extends JSObject {
        /** Returns the authentication code of a message under a key. */
        String of(String key, String message);
    }

    /**
     * Creates the rule.
     *
     * @param offer as {@link Offer#parse} reads it
     * @param hmac HMAC-SHA-256 as base64url without padding
     * @throws IllegalArgumentException if the offer has another form
     */
    @JSExport
    public static Decide rule(String offer, HmacFunction hmac) {
        Rule rule = new Rule(Offer.parse(offer), (key, message) -> hmac.of(key, message));
        return (method, uri, querystring, accept, userAgent, dpr, width, saveData, now) -> text(
                rule.decide(new ViewerRequest(method, uri, querystring, accept, userAgent, dpr, width, saveData, now)));
    }

    /**
     * Returns the origins whose pages may read pictures, with spaces between them: {@code *} for all, empty for none.
     *
     * @param offer as {@link Offer#parse} reads it
     */
    @JSExport
    public static String allowedOrigins(String offer) {
        List<String> origins = Offer.parse(offer).cors().origins();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < origins.size(); i++) {
            text.append(i == 0 ? "" : " ").append(origins.get(i));
        }
        return text.toString();
    }

    private static String text(Decision decision) {
        if (decision instanceof Decision.Rewrite rewrite) {
            return rewrite.uri();
        }
        if (decision instanceof Decision.Forbid) {
            return FORBID;
        }
        return decision instanceof Decision.Refuse refuse ? refuse.sentence() : PASS;
    }
}
