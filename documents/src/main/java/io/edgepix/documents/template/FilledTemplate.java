package io.edgepix.documents.template;

import com.google.gson.JsonObject;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.files.DocumentSource;
import io.edgepix.documents.files.References;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a Mustache template. A field without a value is a problem, a section without one is left out. */
public final class FilledTemplate {
    private static final int MAX_INCLUDES = 100;
    private static final Pattern AT_LINE = Pattern.compile("(.*) (?:@|on) line (\\d+)(.*)", Pattern.DOTALL);

    private final Key template;
    private final DocumentSource source;
    private final References references;
    private final Bounds bounds;
    private final JsonFields fields;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int includes;

    /** Creates a filler of a template. */
    public FilledTemplate(Key template, DocumentSource source, References references, Bounds bounds) {
        this.template = template;
        this.source = source;
        this.references = references;
        this.bounds = bounds;
        this.fields = new JsonFields(bounds);
    }

    /** Returns the HTML. */
    public String fill(JsonObject data) {
        String text = source.text(template);
        texts.put(template.value(), text);
        OpenTags.check(template.value(), text);
        LimitedWriter html = new LimitedWriter(bounds);
        try {
            Mustache.compiler()
                    .withCollector(fields)
                    .withFormatter(this::format)
                    .withLoader(this::include)
                    .compile(text)
                    .execute(data, html);
        } catch (MustacheException.Context e) {
            throw missing(e);
        } catch (MustacheParseException e) {
            throw syntax(e);
        } catch (MustacheException | NullPointerException e) {
            throw DocumentProblem.broken(
                    template.value() + ": expected a Mustache template, got an error: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw DocumentProblem.broken(template.value() + ": expected less deeply nested sections", e);
        }
        return html.toString();
    }

    private CharSequence format(Object value) {
        String text = JsonFields.text(value);
        if (text == null) {
            String name = fields.lastName();
            throw DocumentProblem.broken(place(name, 0) + "expected a text or a number, got an object or an array");
        }
        return text;
    }

    private Reader include(String name) {
        if (++includes > MAX_INCLUDES) {
            throw DocumentProblem.broken(template.value() + ": {{> " + name + "}}: expected at most " + MAX_INCLUDES
                    + " included templates, got more; does a template include itself?");
        }
        Key key = references.resolve(template.path(), name);
        String text = source.text(key);
        texts.put(key.value(), text);
        OpenTags.check(key.value(), text);
        return new StringReader(text);
    }

    private DocumentProblem missing(MustacheException.Context e) {
        Place place = place(e.key, e.lineNo);
        return DocumentProblem.broken(place + "expected a value, the data has none", e);
    }

    private DocumentProblem syntax(MustacheParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = AT_LINE.matcher(message);
        if (!matcher.matches()) {
            return DocumentProblem.broken(
                    template.value() + ": expected a Mustache template, got an error: " + message, e);
        }
        String name = texts.size() == 1 ? template.value() : String.join(" or ", texts.keySet());
        return DocumentProblem.broken(
                name + ", line " + matcher.group(2) + ": expected a Mustache template, got an error: "
                        + matcher.group(1) + matcher.group(3),
                e);
    }

    /**
     * Returns the place of a field.
     *
     * @param line the line of the field in the template or an included one; exceptions do not tell which. 0 if unknown
     */
    private Place place(String field, int line) {
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Optional<Place> place = Place.find(file.getKey(), file.getValue(), field, line);
            if (place.isPresent()) {
                return place.get();
            }
        }
        return new Place(template.value(), line, field);
    }
}
