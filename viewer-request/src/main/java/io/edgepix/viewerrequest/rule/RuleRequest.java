package io.edgepix.viewerrequest.rule;

/**
 * The parts of a request that the rule depends on.
 *
 * @param method such as {@code GET}
 * @param uri the path as the viewer sent it, percent-encoded
 * @param querystring the text after the {@code ?}, or empty
 * @param accept the Accept header, or empty
 * @param userAgent the User-Agent header, or empty
 * @param dpr the Sec-CH-DPR header, or empty
 * @param width the Sec-CH-Width header, or empty
 * @param saveData the Save-Data header, or empty
 * @param now the time in seconds since 1970, in ten digits
 */
public record RuleRequest(
        String method,
        String uri,
        String querystring,
        String accept,
        String userAgent,
        String dpr,
        String width,
        String saveData,
        String now) {
    private static final String BEGINNING = "0000000000";

    /** Creates the request of a client without hints. Its time is in 1970. */
    public RuleRequest(String method, String uri, String querystring, String accept, String userAgent) {
        this(method, uri, querystring, accept, userAgent, "", "", "", BEGINNING);
    }
}
