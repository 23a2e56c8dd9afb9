package io.edgepix.viewerrequest.rule;

/** What becomes of a viewer's request. */
public sealed interface Decision {
    /** It goes on as it came. */
    record Pass() implements Decision {}

    /** It goes on with this path, percent-encoded, and no query string. */
    record Rewrite(String uri) implements Decision {}

    /** It is answered here, with status 400 and one sentence. */
    record Refuse(String sentence) implements Decision {}

    /** It is answered here, with status 403 and no reason: it lacks a signature, or has a wrong or an old one. */
    record Forbid() implements Decision {}
}
