package io.edgepix.viewerrequest.rule;

import io.edgepix.derivative.Ascii;
import io.edgepix.derivative.Digits;
import io.edgepix.derivative.Format;

/** An Accept header (RFC 9110 section 12.5.1): the formats that it accepts, and whether it names any picture format. */
final class Accept {
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
            accept.add(Ascii.lowerCase(header.substring(start, end)));
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

    private void add(String range) {
        int semicolon = range.indexOf(';');
        String type = (semicolon < 0 ? range : range.substring(0, semicolon)).trim();
        if (type.startsWith("image/") && !type.equals("image/*")) {
            boolean wanted = semicolon < 0 || hasWeight(range, semicolon);
            namesImageType = true;
            takesAvif |= wanted && type.equals(Format.AVIF.contentType());
            takesWebp |= wanted && type.equals(Format.WEBP.contentType());
        }
    }

    /** Tells whether the parameter q is a number over 0 or missing. */
    private static boolean hasWeight(String range, int from) {
        int start = from + 1;
        while (start <= range.length()) {
            int semicolon = range.indexOf(';', start);
            int end = semicolon < 0 ? range.length() : semicolon;
            String parameter = range.substring(start, end).trim();
            if (parameter.startsWith("q=")) {
                return Digits.decimal(parameter.substring(2), 1, 1000) > 0;
            }
            start = end + 1;
        }
        return true;
    }
}
