package io.edgepix.derivation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ETag that S3 gives to what is put in one piece and not encrypted by KMS: the MD5 of the bytes. */
public final class ContentEtag {
    private ContentEtag() {}

    /** In quotes. */
    public static String of(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
