package io.edgepix.derivative;

/** Finds parameters in a query string. Their names are not percent-decoded. */
public final class QueryString {
    private QueryString() {}

    /**
     * Returns the start of the next parameter with a name, or -1 if there is none.
     *
     * @param from where to search: the start of a parameter, or an ampersand
     */
    public static int indexOf(String querystring, String name, int from) {
        int start = from;
        while (start < querystring.length()) {
            if (querystring.charAt(start) == '&') {
                start++;
                continue;
            }
            int end = endOf(querystring, start);
            if (isNamed(querystring, name, start, end)) {
                return start;
            }
            start = end;
        }
        return -1;
    }

    /** Tells whether the parameter between two indexes has a name. */
    public static boolean isNamed(String querystring, String name, int start, int end) {
        int after = start + name.length();
        return querystring.startsWith(name, start)
                && (after == end || (after < end && querystring.charAt(after) == '='));
    }

    /** Returns the end of the parameter that starts at an index. */
    public static int endOf(String querystring, int start) {
        int end = Text.indexOf(querystring, '&', start);
        return end < 0 ? querystring.length() : end;
    }
}
