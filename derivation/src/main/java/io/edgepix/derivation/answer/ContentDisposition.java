package io.edgepix.derivation.answer;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.derivative.PercentEncoding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Content-Disposition} of a derivative (RFC 6266, RFC 8187). It contains the original's file name,
 * with the extension of the derivative's format.
 */
final class ContentDisposition {
    /** Extensions that name the original's format, and are therefore replaced. */
    private static final Set<String> PICTURES = Set.of(
            "avif", "bmp", "gif", "ico", "jfif", "jpe", "jpeg", "jpg", "png", "psd", "svg", "svgz", "tif", "tiff",
            "webp");

    private ContentDisposition() {}

    /**
     * Returns the header's value; empty if the path is not that of a derivative.
     *
     * @param contentType of the answer, whose format may differ from that of the path; empty for that of the path
     */
    static Optional<String> of(String uri, String contentType) {
        Key whole = Key.ofAnyPath(uri);
        Key key = new Key(whole.value().substring(PathGrammar.folder(whole).length()));
        if (!PathGrammar.isDerivative(key)) {
            return Optional.empty();
        }
        List<String> segments = List.of(key.value().split("/", -1));
        Format format = sent(segments.get(1), contentType);
        String name = segments.getLast();
        return format == null || name.isEmpty() ? Optional.empty() : Optional.of(value(renamed(name, format)));
    }

    private static @Nullable Format sent(String token, String contentType) {
        for (Format format : Format.values()) {
            if (format.contentType().equals(contentType)) {
                return format;
            }
        }
        return Format.ofToken(token);
    }

    private static String renamed(String name, Format format) {
        String extension = new Key(name).extension();
        if (Format.ofWord(extension) == format) {
            return name;
        }
        String stem = PICTURES.contains(extension) ? name.substring(0, name.lastIndexOf('.')) : name;
        return stem + "." + (format == Format.JPEG ? "jpg" : format.token());
    }

    /** Percent-encodes all characters except the attribute characters of RFC 8187. */
    private static String value(String name) {
        StringBuilder encoded = new StringBuilder("inline; filename*=UTF-8''");
        String path = PercentEncoding.encode(name);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if ("'():@=/".indexOf(c) < 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        return encoded.toString();
    }
}
