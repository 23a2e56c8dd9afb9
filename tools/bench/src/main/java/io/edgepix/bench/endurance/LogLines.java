package io.edgepix.bench.endurance;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The lines of a log. Thread-safe. */
final class LogLines implements Consumer<String> {
    private static final String PATH = " path=/";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void accept(String line) {
        lines.add(line);
    }

    /** Returns the lines that begin with a word. */
    List<String> of(String kind) {
        return lines.stream().filter(line -> line.startsWith(kind + " ")).toList();
    }

    /** Returns the percent-encoded keys of the derivatives that were rendered, in the order of the log. */
    List<String> made() {
        return of("MADE").stream().map(LogLines::path).toList();
    }

    /** Returns the percent-encoded key in a line. */
    static String path(String line) {
        int start = line.indexOf(PATH) + PATH.length();
        int end = line.indexOf(' ', start);
        return line.substring(start, end < 0 ? line.length() : end);
    }

    /** Returns the sum of a metric over all batches. */
    long metric(String name) {
        return lines.stream()
                .filter(line -> line.startsWith("{\"_aws\""))
                .mapToLong(line ->
                        JsonParser.parseString(line).getAsJsonObject().get(name).getAsLong())
                .sum();
    }

    /** Returns the last lines. */
    String end(int count) {
        List<String> all = List.copyOf(lines);
        return String.join("\n  ", all.subList(Math.max(0, all.size() - count), all.size()));
    }

    int size() {
        return lines.size();
    }
}
