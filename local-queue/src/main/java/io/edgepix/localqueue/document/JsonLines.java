package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The rows of a file with a JSON object on each line. Blank lines are skipped. */
final class JsonLines implements DataRows {
    private static final int MAX_CHARACTERS = 50_000_000;

    private final String file;
    private final Reader reader;
    private long line;
    private int number;

    /**
     * Creates the rows of a text.
     *
     * @param file the name of the file, for errors
     */
    JsonLines(String file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public @Nullable DataRow next() {
        String text = line();
        while (text != null && text.isBlank()) {
            text = line();
        }
        return text == null ? null : new DataRow(++number, line, JsonText.object(file, line, text));
    }

    /** Returns the next line, or null after the last one. A line without an end could have any length. */
    private @Nullable String line() {
        line++;
        StringBuilder text = new StringBuilder();
        try {
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            while (c >= 0 && c != '\n') {
                text.append((char) c);
                if (text.length() > MAX_CHARACTERS) {
                    throw new CommandException(
                            file + ", line " + line + ": expected at most " + MAX_CHARACTERS + " characters, got more");
                }
                c = reader.read();
            }
            return text.toString();
        } catch (IOException e) {
            throw new CommandException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new CommandException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
