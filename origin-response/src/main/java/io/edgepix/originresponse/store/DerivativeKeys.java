package io.edgepix.originresponse.store;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import java.util.ArrayList;
import java.util.List;

/** Where in a bucket the derivatives of an original lie: at {@code SIZE[-OPTION...]/FORMAT/KEY}. */
public final class DerivativeKeys {
    /** What the name of a folder of derivatives can begin with: the digit of a width, or the x of a free one. */
    public static final String FIRST_CHARACTERS = "123456789x";

    private DerivativeKeys() {}

    /** Whether a folder at the bucket's root may have derivatives in it, by its name, without a slash. */
    public static boolean isFolder(String name) {
        return PathGrammar.isDerivative(new Key(name + "/webp/x"));
    }

    /** The keys that an original's derivatives have in such a folder, one a format; none where S3 takes none so long. */
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

    /** The key of the original that a derivative is of; the key itself if it is no derivative's. */
    public static Key originalOf(Key key) {
        int second = key.value().indexOf('/', key.value().indexOf('/') + 1);
        return PathGrammar.isDerivative(key) ? new Key(key.value().substring(second + 1)) : key;
    }

    /**
     * Returns the prefix if keys of originals can begin with it.
     *
     * @throws MalformedException if it is empty, too long, where derivatives lie, or one that no address can have
     */
    public static String prefix(String prefix) {
        if (prefix.isEmpty()) {
            throw new MalformedException("The prefix is empty: every key begins with that.");
        }
        // What may follow decides: of a/.. the key a/..b.jpg is an original's.
        original(new Key(prefix.length() < Key.MAX_BYTES ? prefix + "x" : prefix));
        return prefix;
    }

    /**
     * Returns the key where it can be that of an original with derivatives.
     *
     * @throws MalformedException if it is empty, too long, a derivative's, or one that no address can have
     */
    public static Key original(Key key) {
        if (key.value().isEmpty()) {
            throw new MalformedException("The key is empty; an original's is needed.");
        }
        if (PathGrammar.isDerivative(key)) {
            throw new MalformedException(
                    "This is where a derivative lies: " + key.value() + "; the original's own key is needed.");
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
