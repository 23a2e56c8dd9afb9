package io.edgepix.cloudformation;

import java.io.Serial;

/** The template cannot be read or evaluated, or refuses a parameter. */
public final class TemplateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
