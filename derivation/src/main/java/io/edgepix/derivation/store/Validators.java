package io.edgepix.derivation.store;

import java.util.Optional;

/**
 * The validators of an object (RFC 9110 section 8.8).
 *
 * @param etag in quotes
 * @param lastModified an HTTP date; empty if S3 sent none
 */
public record Validators(String etag, Optional<String> lastModified) {}
