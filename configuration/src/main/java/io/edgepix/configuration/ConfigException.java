package io.edgepix.configuration;

import java.util.ArrayList;
import java.util.List;

/**
 * The mistakes in a configuration. The message has one line per mistake, with the file, the line in it and the field.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One mistake.
     *
     * @param line in the file, from 1; 0 for the file as a whole
     * @param field such as {@code sizes.ladder[2]}; empty for the file as a whole
     */
    record Fault(int line, String field, String what) {
        String text(String file) {
            return file + ": " + (line == 0 ? "" : "line " + line + ": ") + (field.isEmpty() ? "" : field + ": ")
                    + what;
        }
    }

    private final transient List<Fault> faults;

    private ConfigException(String file, List<Fault> faults) {
        super(String.join("\n", lines(file, faults)));
        this.faults = faults;
    }

    /** Creates the exception for all mistakes of one file. */
    ConfigException(List<Fault> faults) {
        this("edgepix.json", faults);
    }

    /**
     * Creates the exception for one mistake.
     *
     * @param field such as {@code sizes.ladder[2]}; empty for the file as a whole
     */
    public ConfigException(String field, String what) {
        this(List.of(new Fault(0, field, what)));
    }

    List<Fault> faults() {
        return faults;
    }

    /** Returns an exception with the same mistakes and a different file name. */
    public ConfigException in(String file) {
        return new ConfigException(file, faults);
    }

    private static List<String> lines(String file, List<Fault> faults) {
        List<String> lines = new ArrayList<>();
        for (Fault fault : faults) {
            lines.add(fault.text(file));
        }
        return lines;
    }
}
