package io.edgepix.documents.files;

import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.documents.problem.DocumentProblem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the URLs in a template to keys of the bucket. */
public final class References {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern SUFFIX = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final int SHOWN = 100;

    private final String template;

    /** Creates the references of a template. */
    public References(Key template) {
        this.template = template.value();
    }

    /** Tells whether a URL contains its data. */
    public static boolean isData(String url) {
        return url.regionMatches(true, 0, "data:", 0, "data:".length());
    }

    /** Returns a URL, shortened for a sentence. A drawing in the HTML is a {@code data:} URL by then. */
    public static String shown(String url) {
        if (url.startsWith("data:image/svg+xml;base64,")) {
            return "<svg>";
        }
        String line = url.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }

    /** Returns the name of the template, for the start of a sentence. */
    public String template() {
        return template;
    }

    /**
     * Returns the key of a URL.
     *
     * @param base the path of the file that contains the URL, with a leading slash
     */
    public Key resolve(String base, String url) {
        String trimmed = url.strip();
        Matcher scheme = SCHEME.matcher(trimmed);
        if (scheme.matches()) {
            throw refused(url, "a URL with " + scheme.group(1).toLowerCase(Locale.ROOT) + ":");
        }
        if (trimmed.startsWith("//") || trimmed.startsWith("\\")) {
            throw refused(url, "a URL of a server");
        }
        String path = SUFFIX.matcher(trimmed).replaceFirst("");
        if (path.isEmpty()) {
            throw refused(url, "an empty URL");
        }
        String folder = base.substring(0, base.lastIndexOf('/') + 1);
        return key(url, path.startsWith("/") ? path : folder + path);
    }

    private Key key(String url, String path) {
        Key decoded;
        try {
            decoded = Key.ofPath(path);
        } catch (MalformedException e) {
            throw refused(url, "a path that is not percent-encoded UTF-8");
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : decoded.value().split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    throw refused(url, "a path out of the bucket");
                }
            } else if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        Key key = new Key(String.join("/", segments));
        if (InternalKeys.isInternal(key)) {
            throw refused(url, "a key of edgepix itself");
        }
        return key;
    }

    private DocumentProblem refused(String url, String got) {
        return DocumentProblem.broken(
                template + ": " + shown(url) + ": expected the path of a file in the bucket, got " + got);
    }
}
