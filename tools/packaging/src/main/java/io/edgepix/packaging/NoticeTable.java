package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a NOTICE.md: the names with a row, and the texts that the rows link to. */
final class NoticeTable {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private final Path file;
    private final List<Pattern> names = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private NoticeTable(Path file) {
        this.file = file;
    }

    /**
     * Reads a file. The names are the quoted words in the first cell of a row. In a name, {@code *} matches any
     * characters.
     */
    static NoticeTable read(Path file) throws IOException {
        NoticeTable table = new NoticeTable(file);
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("| `")) {
                table.add(line);
            }
        }
        return table;
    }

    private void add(String row) {
        String[] cells = row.split("\\|", 3);
        List<String> quoted = all(NAME, cells[1]);
        quoted.forEach(name -> names.add(Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"))));
        List<String> links = all(LINK, cells[2]);
        if (links.isEmpty()) {
            complaints.add(quoted + ": expected a link to the text of a licence, got none");
        }
        for (String link : links) {
            if (!Files.isRegularFile(file.resolveSibling(link))) {
                complaints.add(quoted + ": expected the text of a licence in " + link + ", got none");
            }
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    boolean has(String name) {
        return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** Returns the rows whose texts do not exist. */
    List<String> complaints() {
        return complaints;
    }
}
