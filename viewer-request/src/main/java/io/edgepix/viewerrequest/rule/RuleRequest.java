package io.edgepix.viewerrequest.rule;

/** The parts of a request as values. {@link RuleInput} explains each. */
public record RuleRequest(
        String method,
        String uri,
        String querystring,
        String accept,
        String userAgent,
        String dpr,
        String width,
        String saveData,
        String now)
        implements RuleInput {
    private static final String BEGINNING = "0000000000";

    /** Creates the request of a client without hints. Its time is in 1970. */
    public RuleRequest(String method, String uri, String querystring, String accept, String userAgent) {
        this(method, uri, querystring, accept, userAgent, "", "", "", BEGINNING);
    }
}
