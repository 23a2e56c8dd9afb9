package io.edgepix.derivation.answer;

import java.util.Set;

/** The header fields of a response, which can be changed. Names are in lower case, except that of a field to set. */
public interface HeaderFields {
    /** Returns the names of all fields; not a view. */
    Set<String> names();

    /** Returns the value of a field; empty if there is none. Several values are joined by commas. */
    String value(String name);

    /**
     * Adds a field, or replaces it.
     *
     * @param name in the case in which it is sent
     */
    void set(String name, String value);

    /** Removes a field; does nothing if there is none. */
    void remove(String name);
}
