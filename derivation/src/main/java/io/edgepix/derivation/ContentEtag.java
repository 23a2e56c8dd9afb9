package io.edgepix.derivation;

import io.edgepix.derivation.store.Validators;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The MD5 of the bytes. It is the ETag of an S3 object that is stored in one piece and not encrypted by KMS. */
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

    /** Returns the validators of bytes that are not in the bucket. */
    static Validators validators(byte[] bytes) {
        return new Validators(of(bytes), Optional.empty());
    }
}
