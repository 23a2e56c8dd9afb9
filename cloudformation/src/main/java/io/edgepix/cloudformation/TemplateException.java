package io.edgepix.cloudformation;

import java.io.Serial;

/** A template that can't be read or evaluated, or a parameter that it refuses. */
public final class TemplateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
