package io.edgepix.documents.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a field in a template. As text, it is the start of a sentence.
 *
 * @param line the line from 1, or 0 if it is unknown
 */
record Place(String template, int line, String field) {
    /**
     * Finds the tag of a field, or of a field inside it.
     *
     * @param wanted the only line to search, or 0 for all
     */
    static Optional<Place> find(String template, String text, String field, int wanted) {
        Pattern tag = Pattern.compile("\\{\\{[{&]?\\s*((?:[^\\s{}]{0,100}\\.)?" + Pattern.quote(field)
                + "(?:\\.[^\\s{}]{1,100})?)\\s*\\}\\}");
        String[] lines = text.split("\n", -1);
        for (int i = 1; i <= lines.length; i++) {
            Matcher matcher = tag.matcher(lines[i - 1]);
            if ((wanted == 0 || wanted == i) && matcher.find()) {
                return Optional.of(new Place(template, i, matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return template + (line == 0 ? "" : ", line " + line) + ": {{" + field + "}}: ";
    }
}
