package io.edgepix.pregenerate.listing;

import java.util.Comparator;

/**
 * The order of keys in listings of S3: by their bytes in UTF-8, which is the order of their code points. That of
 * {@link String#compareTo} differs for characters outside the basic plane, such as emojis.
 */
enum KeyOrder implements Comparator<String> {
    UTF_8;

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right) {
                // A surrogate is part of a character above all others.
                boolean isMixed = Character.isSurrogate(left) != Character.isSurrogate(right);
                return isMixed ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right)) : left - right;
            }
        }
        return one.length() - other.length();
    }
}
