package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.Store;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import java.util.ArrayList;
import java.util.List;

/** The keys of derivatives in a bucket, {@code SIZE[-OPTION...]/FORMAT/KEY}, and of their copies in a folder. */
public final class DerivativeKeys {
    /** First characters of folders with derivatives: the digits of a width, or the x of a free width. */
    public static final String FIRST_CHARACTERS = "123456789x";

    private DerivativeKeys() {}

    /**
     * Returns the names of the folders that can have derivatives: those at the root of the bucket, and those of copies.
     *
     * @throws StoreException if the store fails
     */
    public static List<String> folders(Store store) throws StoreException {
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < FIRST_CHARACTERS.length(); i++) {
            folders.addAll(store.folders(FIRST_CHARACTERS.substring(i, i + 1)));
        }
        folders.addAll(store.folders(PathGrammar.STORED));
        folders.removeIf(folder -> !isFolder(folder));
        return folders;
    }

    /** Tells by its name, without a slash, whether a folder can have derivatives or copies of them. */
    public static boolean isFolder(String name) {
        return hasForm(withoutFolder(new Key(name + "/webp/x")));
    }

    private static Key withoutFolder(Key key) {
        return new Key(key.value().substring(PathGrammar.folder(key).length()));
    }

    private static boolean hasForm(Key withoutFolder) {
        return PathGrammar.folder(withoutFolder).isEmpty() && PathGrammar.isDerivative(withoutFolder);
    }

    /** Returns the keys of an original's derivatives in a folder, one for each format. Omits keys too long for S3. */
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

    /**
     * Returns the key of the original of a derivative or of its copy. Returns the key itself if it is not that of a
     * derivative.
     */
    public static Key originalOf(Key key) {
        Key derivative = withoutFolder(key);
        int second = derivative.value().indexOf('/', derivative.value().indexOf('/') + 1);
        return hasForm(derivative) ? new Key(derivative.value().substring(second + 1)) : key;
    }

    /**
     * Returns the prefix if it can begin the keys of originals.
     *
     * @throws MalformedException if it is empty, too long, a prefix of derivatives, or impossible in a URL
     */
    public static String prefix(String prefix) {
        if (prefix.isEmpty()) {
            throw new MalformedException("The prefix is empty, and every key begins with it.");
        }
        // More text can make the prefix valid: with the prefix a/.. the key a/..b.jpg is that of an original.
        original(new Key(prefix.length() < Key.MAX_BYTES ? prefix + "x" : prefix));
        return prefix;
    }

    /**
     * Returns the key if it can be that of an original with derivatives.
     *
     * @throws MalformedException if it is empty, too long, the key of a derivative, or impossible in a URL
     */
    public static Key original(Key key) {
        if (key.value().isEmpty()) {
            throw new MalformedException("The key is empty; expected the key of an original.");
        }
        if (!PathGrammar.folder(key).isEmpty()) {
            throw new MalformedException(key.value() + " is in " + PathGrammar.folder(key)
                    + ", a folder without originals; expected the key of an original.");
        }
        if (PathGrammar.isDerivative(key)) {
            throw new MalformedException(
                    key.value() + " is the key of a derivative; expected the key of its original.");
        }
        if (key.bytes() > Key.MAX_BYTES) {
            throw new MalformedException("A key has at most " + Key.MAX_BYTES + " bytes.");
        }
        if (key.hasDotSegment()) {
            throw new MalformedException("The key of a picture must not have . or .. between slashes.");
        }
        return Key.ofPath(key.path());
    }
}
