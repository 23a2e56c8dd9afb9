package io.edgepix.localqueue.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.edgepix.cli.CommandException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a CSV. The name {@code customer.name} is the field {@code name} of the object {@code customer}. */
final class CsvHeader {
    private final List<List<String>> columns;

    private CsvHeader(List<List<String>> columns) {
        this.columns = columns;
    }

    /**
     * Reads the names of columns.
     *
     * @param file the name of the file, for errors
     * @throws CommandException if a name is empty or occurs twice, or is a text and an object
     */
    static CsvHeader of(String file, List<String> names) {
        Map<String, Integer> known = new LinkedHashMap<>();
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            List<String> path = List.of(name.split("\\.", -1));
            if (path.stream().anyMatch(String::isBlank)) {
                throw new CommandException(
                        file + ": column " + (i + 1) + ": expected a name such as id or customer.name, got "
                                + (name.isEmpty() ? "none" : "'" + name + "'"));
            }
            Integer before = known.put(name, i + 1);
            if (before != null) {
                throw new CommandException(file + ": expected different names, got " + name + " for the columns "
                        + before + " and " + (i + 1));
            }
            columns.add(path);
        }
        for (String name : known.keySet()) {
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                if (known.containsKey(name.substring(0, dot))) {
                    throw new CommandException(file + ": expected a text or an object for "
                            + name.substring(0, dot) + ", got both, by the columns " + name.substring(0, dot) + " and "
                            + name);
                }
            }
        }
        return new CsvHeader(columns);
    }

    /** Returns the number of columns. */
    int size() {
        return columns.size();
    }

    /** Returns the object of a row with this number of columns. */
    JsonObject object(List<String> values) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < columns.size(); i++) {
            List<String> path = columns.get(i);
            JsonObject parent = object;
            for (String name : path.subList(0, path.size() - 1)) {
                parent = child(parent, name);
            }
            parent.addProperty(path.getLast(), values.get(i));
        }
        return object;
    }

    private static JsonObject child(JsonObject parent, String name) {
        JsonElement known = parent.get(name);
        if (known instanceof JsonObject object) {
            return object;
        }
        JsonObject child = new JsonObject();
        parent.add(name, child);
        return child;
    }
}
