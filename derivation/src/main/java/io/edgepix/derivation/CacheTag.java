package io.edgepix.derivation;

import io.edgepix.derivative.Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The cache tag that all derivatives of one original share. */
public final class CacheTag {
    /** The header in which CloudFront looks for tags by default. S3 stores it as metadata and returns it. */
    public static final String HEADER = "x-amz-meta-cache-tag";

    private static final int MAX_LENGTH = 256;

    private CacheTag() {}

    /** Returns the original's key, percent-encoded, or its SHA-256 if it is over {@value #MAX_LENGTH} characters. */
    public static String of(Key original) {
        String encoded = original.path().substring(1);
        return encoded.length() <= MAX_LENGTH ? encoded : "sha256-" + sha256(encoded);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
