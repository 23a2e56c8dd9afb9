package io.edgepix.derivation.store;

/**
 * What S3 says of an object that it has.
 *
 * @param etag in quotes
 * @param lastModified when it came, as HTTP writes dates; empty where S3 does not say
 */
public record Validators(String etag, String lastModified) {}
