package io.edgepix.cli;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The output file of {@code ./dev render}. */
record DerivativeFile(Path file) {
    private static final String FORMATS = "webp, jpeg, jpg, png, gif or avif";

    /** Checks that the file is not the original, by any path or link. */
    void demandOtherThan(Path original) {
        try {
            if (Files.exists(file) && Files.isSameFile(original, file)) {
                throw new CommandException(file + ": expected a file other than the original, got the original itself");
            }
        } catch (IOException e) {
            // The original cannot be read. The error follows when it is read.
        }
    }

    /** Returns the format of the option, or else of the extension. */
    Format format(@Nullable String option) {
        String word = option == null ? extension() : option;
        Format format = Format.ofWord(word);
        if (format != null) {
            return format;
        }
        if (option != null) {
            throw new CommandException("--format: expected " + FORMATS + ", got '" + option + "'");
        }
        throw new CommandException(file + ": expected an extension such as .webp, or --format with one of " + FORMATS);
    }

    /** Returns a note if the extension belongs to another format. */
    Optional<String> note(Format written) {
        Format promised = Format.ofWord(extension());
        return promised == null || promised == written
                ? Optional.empty()
                : Optional.of(file + ": written as " + written.token() + ", as in --format, despite its extension");
    }

    private String extension() {
        return new Key(String.valueOf(file.getFileName())).extension();
    }

    /** Writes the file completely or not at all. */
    void write(byte[] derivative) {
        new WholeFile(file).write(out -> out.write(derivative));
    }
}
