package io.edgepix.configuration;

import java.util.ArrayList;
import java.util.List;

/** The mistakes in a configuration: the message has a line for each, with the file, the line in it and the field. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One mistake.
     *
     * @param line where it is in the file, from 1 on; 0 if it is nowhere in particular
     * @param field such as {@code sizes.ladder[2]}; empty if it is about no field
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

    /** All the mistakes of one file. */
    ConfigException(List<Fault> faults) {
        this("edgepix.json", faults);
    }

    /**
     * One mistake.
     *
     * @param field such as {@code sizes.ladder[2]}; empty for the file as a whole
     */
    public ConfigException(String field, String what) {
        this(List.of(new Fault(0, field, what)));
    }

    List<Fault> faults() {
        return faults;
    }

    /** The same mistakes, in a file of that name. */
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
