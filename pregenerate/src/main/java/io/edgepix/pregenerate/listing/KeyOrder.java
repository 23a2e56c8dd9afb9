package io.edgepix.pregenerate.listing;

import java.util.Comparator;

/** The order of keys in listings of a bucket. */
public enum KeyOrder implements Comparator<String> {
    /** The order of S3: by bytes in UTF-8, which is the order of code points. */
    UTF_8 {
        @Override
        public int compare(String one, String other) {
            int length = Math.min(one.length(), other.length());
            for (int i = 0; i < length; i++) {
                char left = one.charAt(i);
                char right = other.charAt(i);
                if (left != right) {
                    return codePointOrder(left, right);
                }
            }
            return one.length() - other.length();
        }
    },

    /** The order of S3 on one machine: by characters of Java. */
    UTF_16 {
        @Override
        public int compare(String one, String other) {
            return one.compareTo(other);
        }
    };

    /** Compares two characters. A surrogate is part of a character above all others, such as an emoji. */
    private static int codePointOrder(char left, char right) {
        boolean isMixed = Character.isSurrogate(left) != Character.isSurrogate(right);
        return isMixed ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right)) : left - right;
    }
}
