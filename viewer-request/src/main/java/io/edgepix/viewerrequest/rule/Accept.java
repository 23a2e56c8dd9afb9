package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Format;
import java.util.HashMap;
import java.util.Map;

/** An Accept header (RFC 9110 section 12.5.1): the media types it names, and whether it wants them. */
final class Accept {
    private final Map<String, Boolean> wanted = new HashMap<>();

    private Accept() {}

    static Accept parse(String header) {
        Accept accept = new Accept();
        int start = 0;
        while (start <= header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            accept.add(Ascii.lowerCase(header.substring(start, end)));
            start = end + 1;
        }
        return accept;
    }

    /** Whether it names this very type with q over 0. Wildcards claim nothing: every client sends them. */
    boolean takes(Format format) {
        return wanted.getOrDefault(format.contentType(), false);
    }

    /** Whether it says anything about a certain picture format, for or against. */
    boolean namesImageType() {
        for (String type : wanted.keySet()) {
            if (type.startsWith("image/") && !type.equals("image/*")) {
                return true;
            }
        }
        return false;
    }

    private void add(String range) {
        int semicolon = range.indexOf(';');
        String type = (semicolon < 0 ? range : range.substring(0, semicolon)).trim();
        if (!type.isEmpty()) {
            wanted.merge(type, semicolon < 0 || hasWeight(range, semicolon), (a, b) -> a || b);
        }
    }

    /** Whether the q among the parameters, if there is one, is a number over 0. */
    private static boolean hasWeight(String range, int from) {
        int start = from + 1;
        while (start <= range.length()) {
            int semicolon = range.indexOf(';', start);
            int end = semicolon < 0 ? range.length() : semicolon;
            String parameter = range.substring(start, end).trim();
            if (parameter.startsWith("q=")) {
                return isOverZero(parameter);
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isOverZero(String q) {
        boolean over = false;
        for (int i = 2; i < q.length(); i++) {
            char c = q.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
            over |= c > '0';
        }
        return over;
    }
}
