package io.edgepix.cloudformation;

import java.util.ArrayList;
import java.util.List;

/** An edit that replaces the first occurrence of a text in the template, and so violates requirements. */
record TemplateMutant(List<String> requirements, String from, String to) {
    /** Adds a further requirement that the edit violates. */
    TemplateMutant and(String requirement) {
        List<String> more = new ArrayList<>(requirements);
        more.add(requirement);
        return new TemplateMutant(List.copyOf(more), from, to);
    }

    String apply(String text) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("expected the template to contain: " + from);
        }
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Override
    public String toString() {
        return requirements + ": " + to.strip();
    }
}
