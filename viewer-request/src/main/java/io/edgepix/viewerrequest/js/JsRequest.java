package io.edgepix.viewerrequest.js;

import io.edgepix.viewerrequest.rule.RuleInput;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** A request with functions of JavaScript, which are called only for what the rule reads. */
final class JsRequest implements RuleInput {
    private final String method;
    private final String uri;
    private final String querystring;
    private final JSObject header;
    private final JSObject now;

    /**
     * Creates a request.
     *
     * @param header a function that returns the value of the header with a name in lower case, or an empty text
     * @param now a function that returns the time in seconds since 1970, in ten digits
     */
    JsRequest(String method, String uri, String querystring, JSObject header, JSObject now) {
        this.method = method;
        this.uri = uri;
        this.querystring = querystring;
        this.header = header;
        this.now = now;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String querystring() {
        return querystring;
    }

    @Override
    public String accept() {
        return header(header, "accept");
    }

    @Override
    public String userAgent() {
        return header(header, "user-agent");
    }

    @Override
    public String dpr() {
        return header(header, "sec-ch-dpr");
    }

    @Override
    public String width() {
        return header(header, "sec-ch-width");
    }

    @Override
    public String saveData() {
        return header(header, "save-data");
    }

    @Override
    public String now() {
        return now(now);
    }

    @JSBody(
            params = {"header", "name"},
            script = "return header(name);")
    private static native String header(JSObject header, String name);

    @JSBody(
            params = {"now"},
            script = "return now();")
    private static native String now(JSObject now);
}
