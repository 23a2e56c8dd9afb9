package io.edgepix.viewerrequest.rule;

/** The decision about the request of a viewer. */
public sealed interface Decision {
    /** The request continues unchanged. */
    record Pass() implements Decision {}

    /** The request continues with a different path, percent-encoded, and without a query string. */
    record Rewrite(String uri) implements Decision {}

    /** The answer has status 400 and one sentence. */
    record Refuse(String sentence) implements Decision {}

    /** The answer has status 403 and no reason: the signature is missing, wrong or expired. */
    record Forbid() implements Decision {}
}
