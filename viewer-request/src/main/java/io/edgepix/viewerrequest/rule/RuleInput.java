package io.edgepix.viewerrequest.rule;

/** The parts of a request that the rule depends on. The rule reads only the parts that it needs. */
public interface RuleInput {
    /** Returns the method, such as {@code GET}. */
    String method();

    /** Returns the path as the viewer sent it, percent-encoded. */
    String uri();

    /** Returns the text after the {@code ?}, or an empty text. */
    String querystring();

    /** Returns the Accept header, or an empty text. */
    String accept();

    /** Returns the User-Agent header, or an empty text. */
    String userAgent();

    /** Returns the Sec-CH-DPR header, or an empty text. */
    String dpr();

    /** Returns the Sec-CH-Width header, or an empty text. */
    String width();

    /** Returns the Save-Data header, or an empty text. */
    String saveData();

    /** Returns the time in seconds since 1970, in ten digits. */
    String now();
}
