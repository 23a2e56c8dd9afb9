package io.edgepix.viewerrequest.rule;

/**
 * What the rule looks at.
 *
 * @param method such as {@code GET}
 * @param uri the path as the viewer wrote it, percent-encoded
 * @param querystring what follows the {@code ?}, or empty
 * @param accept the Accept header, or empty
 * @param userAgent the User-Agent header, or empty
 */
public record ViewerRequest(String method, String uri, String querystring, String accept, String userAgent) {}
