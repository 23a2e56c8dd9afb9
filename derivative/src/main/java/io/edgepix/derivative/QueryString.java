package io.edgepix.derivative;

/** Where parameters stand in a query string. Their names are taken as they are written, not percent-decoded. */
public final class QueryString {
    private QueryString() {}

    /** Where the parameter starts, from an index on that is itself a start or an ampersand; or -1. */
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

    /** Whether the parameter that starts and ends there has that name. */
    public static boolean isNamed(String querystring, String name, int start, int end) {
        int after = start + name.length();
        return querystring.startsWith(name, start)
                && (after == end || (after < end && querystring.charAt(after) == '='));
    }

    /** Where the parameter ends that starts at an index. */
    public static int endOf(String querystring, int start) {
        int end = querystring.indexOf('&', start);
        return end < 0 ? querystring.length() : end;
    }
}
