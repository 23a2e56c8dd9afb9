package io.edgepix.derivation.store;

import java.util.Optional;

/**
 * An object without its bytes.
 *
 * @param etag in quotes
 * @param lastModified an HTTP date; empty if S3 sent none
 * @param bytes the size of the object; 0 if S3 does not send it
 * @param originalEtag the ETag of the original that a derivative was rendered from, in quotes; empty for other objects
 */
public record ObjectHead(String etag, Optional<String> lastModified, long bytes, Optional<String> originalEtag) {}
