package io.edgepix.viewerrequest.js;

import io.edgepix.derivative.Hmac;
import io.edgepix.derivative.OfferReader;
import io.edgepix.derivative.Text;
import io.edgepix.viewerrequest.rule.Decision;
import io.edgepix.viewerrequest.rule.Rule;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The exports of {@code rule.js}. They take strings and return objects, so no Java types are visible outside. */
public final class Entry {
    /** The rule of one offer, as a function of a request. Only JavaScript can call it. */
    @JSFunctor
    public interface Decide extends JSObject {
        /**
         * Decides about a request. Its parameters are those of {@link JsRequest}.
         *
         * @return an object with a {@code kind}: {@code pass}, {@code rewrite}, {@code refuse} or {@code forbid}; its
         *     {@code text} is the path of a rewrite or the sentence of a refusal
         */
        JSObject decide(String method, String uri, String querystring, JSObject header, JSObject now);
    }

    /** An {@link Hmac} as a function. */
    @JSFunctor
    public interface HmacFunction extends JSObject {
        /** Returns the authentication code of a message under a key. */
        String of(String key, String message);
    }

    private Entry() {}

    /**
     * Creates the rule.
     *
     * @param offer as {@link OfferReader#read} reads it
     * @param hmac HMAC-SHA-256 as base64url without padding
     * @throws IllegalArgumentException if the offer has a different form
     */
    @JSExport
    public static Decide rule(String offer, HmacFunction hmac) {
        Rule rule = new Rule(OfferReader.read(offer), (key, message) -> hmac.of(key, message));
        return (method, uri, querystring, header, now) ->
                object(rule.decide(new JsRequest(method, uri, querystring, header, now)));
    }

    /**
     * Returns the origins whose pages may read pictures, each after a space; {@code *} for all, empty for none.
     *
     * @param offer as {@link OfferReader#read} reads it
     */
    @JSExport
    public static String origins(String offer) {
        List<String> all = OfferReader.read(offer).cors().origins();
        Text text = new Text();
        for (int i = 0; i < all.size(); i++) {
            text.add(" ").add(all.get(i));
        }
        return text.toString();
    }

    private static JSObject object(Decision decision) {
        if (decision instanceof Decision.Rewrite rewrite) {
            return object("rewrite", rewrite.uri());
        }
        if (decision instanceof Decision.Refuse refuse) {
            return object("refuse", refuse.sentence());
        }
        return object(decision instanceof Decision.Forbid ? "forbid" : "pass", "");
    }

    @JSBody(
            params = {"kind", "text"},
            script = "return { kind: kind, text: text };")
    private static native JSObject object(String kind, String text);
}
