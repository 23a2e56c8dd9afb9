package io.edgepix.cloudformation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter as the template declares it. */
record Parameter(String name, Map<String, Object> declaration) {
    /** Returns the value as the template's functions see it: a string, or a long for a number. */
    Object read(@Nullable String given) {
        Object stated = given == null ? declaration.get("Default") : given;
        if (stated == null) {
            throw new TemplateException("The parameter " + name + " is missing.");
        }
        String text = String.valueOf(stated);
        checkText(text);
        return isNumber() ? number(text) : text;
    }

    private boolean isNumber() {
        return "Number".equals(declaration.get("Type"));
    }

    private void checkText(String text) {
        Object pattern = declaration.get("AllowedPattern");
        if (pattern != null && !text.matches(String.valueOf(pattern))) {
            throw refusal(text, "does not match " + pattern);
        }
        if (declaration.get("AllowedValues") instanceof List<?> values
                && values.stream().noneMatch(value -> String.valueOf(value).equals(text))) {
            throw refusal(text, "is not one of " + values);
        }
        if (text.length() < limit("MinLength", 0) || text.length() > limit("MaxLength", Integer.MAX_VALUE)) {
            throw refusal(text, "is too short or too long");
        }
    }

    private Long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= limit("MinValue", Long.MIN_VALUE) && number <= limit("MaxValue", Long.MAX_VALUE)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refusal(text, "is not a whole number");
        }
        throw refusal(text, "is out of range");
    }

    private long limit(String field, long otherwise) {
        return declaration.get(field) instanceof Long limit ? limit : otherwise;
    }

    private TemplateException refusal(String text, String why) {
        return new TemplateException("The parameter " + name + " " + why + ": " + text);
    }
}
