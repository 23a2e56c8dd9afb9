package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Offer;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.ViewerRequest;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The exports of {@code rule.js}; strings go in and out, so that nothing of Java is seen outside. */
public final class Entry {
    private Entry() {}

    /** The rule under one offer, as a function of a request. */
    @JSFunctor
    public interface Decide extends JSObject {
        /**
         * Decides about a request, each part of it as in {@link ViewerRequest}.
         *
         * @return empty where the request goes on as it came, the path with which it goes on, which starts with a slash,
         *     {@code 403}, or else the sentence of a 400
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
        /** The code of a message under a key. */
        String of(String key, String message);
    }

    /**
     * Makes the rule.
     *
     * @param offer as {@link Offer#parse} reads it
     * @param hmac HMAC-SHA-256 as base64url without padding
     * @throws IllegalArgumentException if that did not write it
     */
    @JSExport
    public static Decide rule(String offer, HmacFunction hmac) {
        Rule rule = new Rule(Offer.parse(offer), (key, message) -> hmac.of(key, message));
        return (method, uri, querystring, accept, userAgent, dpr, width, saveData, now) -> text(
                rule.decide(new ViewerRequest(method, uri, querystring, accept, userAgent, dpr, width, saveData, now)));
    }

    /**
     * The origins whose pages may read pictures: {@code *} for all, empty for none, else one or more with spaces between
     * them.
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
            return "403";
        }
        return decision instanceof Decision.Refuse refuse ? refuse.sentence() : "";
    }
}
