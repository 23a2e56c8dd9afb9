package io.edgepix.derivation;

import io.edgepix.derivation.store.Validators;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The ETag that S3 gives to an object stored in one piece and not encrypted by KMS: the MD5 of the bytes. */
final class ContentEtag {
    private ContentEtag() {}

    /** Returns the ETag, in quotes. */
    static String of(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the validators of bytes that the bucket does not have. */
    static Validators validators(byte[] bytes) {
        return new Validators(of(bytes), Optional.empty());
    }
}
