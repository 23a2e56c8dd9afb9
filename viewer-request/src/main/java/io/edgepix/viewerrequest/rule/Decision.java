package io.edgepix.viewerrequest.rule;

/** The decision about a viewer's request. */
public sealed interface Decision {
    /** The request goes on unchanged. */
    record Pass() implements Decision {}

    /** The request goes on with this path, percent-encoded, and without a query string. */
    record Rewrite(String uri) implements Decision {}

    /** The answer is a 400 with one sentence. */
    record Refuse(String sentence) implements Decision {}

    /** The answer is a 403 without a reason: the signature is missing, wrong or expired. */
    record Forbid() implements Decision {}
}
