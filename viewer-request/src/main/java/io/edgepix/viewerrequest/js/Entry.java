package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Offer;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import io.edgepix.viewerrequest.rule.ViewerRequest;
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
         *     or else the sentence of a 400
         */
        String decide(String method, String uri, String querystring, String accept, String userAgent);
    }

    /**
     * Makes the rule.
     *
     * @param offer as {@link Offer#text} writes it
     * @throws IllegalArgumentException if that did not write it
     */
    @JSExport
    public static Decide rule(String offer) {
        Rule rule = new Rule(Offer.parse(offer));
        return (method, uri, querystring, accept, userAgent) ->
                text(rule.decide(new ViewerRequest(method, uri, querystring, accept, userAgent)));
    }

    private static String text(Decision decision) {
        if (decision instanceof Decision.Rewrite rewrite) {
            return rewrite.uri();
        }
        return decision instanceof Decision.Refuse refuse ? refuse.sentence() : "";
    }
}
