package io.edgepix.derivative;

/** A fault in {@code edgepix.json}; the message names the field and says what is allowed. */
public final class ConfigException extends RuntimeException {
    /**
     * A complaint about one field.
     *
     * @param field such as {@code sizes.ladder[2]}
     */
    public ConfigException(String field, String what) {
        super("edgepix.json: " + field + ": " + what);
    }
}
