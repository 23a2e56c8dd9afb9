package io.edgepix.derivation.purge;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import java.util.ArrayList;
import java.util.List;

/** The keys of derivatives in a bucket: {@code SIZE[-OPTION...]/FORMAT/KEY}. */
public final class DerivativeKeys {
    /** First characters of folders with derivatives: the digit of a width, or the x of a free one. */
    public static final String FIRST_CHARACTERS = "123456789x";

    private DerivativeKeys() {}

    /** Tells whether a folder at the root of the bucket can have derivatives, by its name without a slash. */
    public static boolean isFolder(String name) {
        return PathGrammar.isDerivative(new Key(name + "/webp/x"));
    }

    /** Returns the keys of the derivatives of an original in a folder, one for each format, except for keys too long for S3. */
    public static List<Key> in(String folder, Key original) {
        List<Key> keys = new ArrayList<>();
        for (Format format : Format.values()) {
            Key key = new Key(folder + "/" + format.token() + "/" + original.value());
            if (key.bytes() <= Key.MAX_BYTES) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Returns the key of the original of a derivative, or the key itself if it is not that of a derivative. */
    public static Key originalOf(Key key) {
        int second = key.value().indexOf('/', key.value().indexOf('/') + 1);
        return PathGrammar.isDerivative(key) ? new Key(key.value().substring(second + 1)) : key;
    }

    /**
     * Returns the prefix if keys of originals can begin with it.
     *
     * @throws MalformedException if it is empty, too long, that of derivatives, or not possible in a URL
     */
    public static String prefix(String prefix) {
        if (prefix.isEmpty()) {
            throw new MalformedException("The prefix is empty: every key begins with that.");
        }
        // More text can make it valid: with the prefix a/.. the key a/..b.jpg is that of an original.
        original(new Key(prefix.length() < Key.MAX_BYTES ? prefix + "x" : prefix));
        return prefix;
    }

    /**
     * Returns the key if it can be that of an original with derivatives.
     *
     * @throws MalformedException if it is empty, too long, that of a derivative, or not possible in a URL
     */
    public static Key original(Key key) {
        if (key.value().isEmpty()) {
            throw new MalformedException("The key is empty; expected the key of an original.");
        }
        if (PathGrammar.isDerivative(key)) {
            throw new MalformedException(
                    key.value() + " is the key of a derivative; expected the key of its original.");
        }
        if (key.bytes() > Key.MAX_BYTES) {
            throw new MalformedException("A key has at most " + Key.MAX_BYTES + " bytes.");
        }
        if (key.hasDotSegment()) {
            throw new MalformedException("The key of a picture has no . or .. between its slashes.");
        }
        return Key.ofPath(key.path());
    }
}
