package io.edgepix.documents.template;

import io.edgepix.documents.problem.DocumentProblem;

/** Finds tags without an end, which jmustache would print. */
final class OpenTags {
    private OpenTags() {}

    /**
     * Checks that every tag ends.
     *
     * @param name the name of the template, for the start of a sentence
     */
    static void check(String name, String template) {
        if (template.contains("{{=")) {
            return; // other delimiters follow
        }
        for (int open = template.indexOf("{{"); open >= 0; ) {
            int end = template.indexOf("}}", open);
            int next = template.indexOf("{{", open + "{{{".length());
            boolean comment = template.startsWith("{{!", open);
            if (end < 0 || (next >= 0 && next < end && !comment)) {
                long line = template.substring(0, open)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                throw DocumentProblem.broken(name + ", line " + line + ": expected }} after {{, got none");
            }
            open = template.indexOf("{{", end);
        }
    }
}
