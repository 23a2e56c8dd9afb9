package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Digits;
import io.edgepix.derivative.Format;

/** An Accept header (RFC 9110 section 12.5.1): the formats that it accepts, and whether it names any picture format. */
final class Accept {
    private static final String IMAGE = "image/";

    private boolean takesAvif;
    private boolean takesWebp;
    private boolean namesImageType;

    private Accept() {}

    static Accept parse(String header) {
        Accept accept = new Accept();
        int start = 0;
        while (start <= header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            accept.add(header, start, end);
            start = end + 1;
        }
        return accept;
    }

    /** Tells whether the header contains AVIF with a q over 0. Wildcards do not count, as every client sends them. */
    boolean takesAvif() {
        return takesAvif;
    }

    /** Tells whether the header contains WebP with a q over 0. */
    boolean takesWebp() {
        return takesWebp;
    }

    /** Tells whether the header accepts or rejects any particular picture format. */
    boolean namesImageType() {
        return namesImageType;
    }

    /** Reads the range between two indexes. */
    private void add(String header, int start, int end) {
        int from = start;
        while (from < end && header.charAt(from) <= ' ') {
            from++;
        }
        if (!Ascii.startsWith(header, from, IMAGE)) {
            return;
        }
        int parameters = from;
        while (parameters < end && header.charAt(parameters) != ';') {
            parameters++;
        }
        int to = parameters;
        while (header.charAt(to - 1) <= ' ') {
            to--;
        }
        boolean isAny = to == from + IMAGE.length() + 1 && header.charAt(to - 1) == '*';
        boolean isAvif = isType(header, from, to, Format.AVIF);
        boolean isWebp = isType(header, from, to, Format.WEBP);
        namesImageType |= !isAny;
        if ((isAvif || isWebp) && hasWeight(Ascii.lowerCase(header.substring(parameters, end)))) {
            takesAvif |= isAvif;
            takesWebp |= isWebp;
        }
    }

    private static boolean isType(String header, int from, int to, Format format) {
        String type = format.contentType();
        return to - from == type.length() && Ascii.startsWith(header, from, type);
    }

    /** Tells whether the parameter q is a number over 0 or missing. */
    private static boolean hasWeight(String parameters) {
        int start = 1;
        while (start < parameters.length()) {
            int semicolon = parameters.indexOf(';', start);
            int end = semicolon < 0 ? parameters.length() : semicolon;
            String parameter = parameters.substring(start, end).trim();
            if (parameter.startsWith("q=")) {
                return Digits.decimal(parameter.substring(2), 1, 1000) > 0;
            }
            start = end + 1;
        }
        return true;
    }
}
