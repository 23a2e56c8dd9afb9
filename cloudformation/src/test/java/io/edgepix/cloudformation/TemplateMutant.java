package io.edgepix.cloudformation;

import java.util.ArrayList;
import java.util.List;

/** One edit that breaks the template, at the first place where the text is found, and the demands it breaks. */
record TemplateMutant(List<String> requirements, String from, String to) {
    /** The edit cannot but break another demand too. */
    TemplateMutant and(String requirement) {
        List<String> more = new ArrayList<>(requirements);
        more.add(requirement);
        return new TemplateMutant(List.copyOf(more), from, to);
    }

    String apply(String text) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("The template has no: " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Override
    public String toString() {
        return requirements + ": " + to.strip();
    }
}
