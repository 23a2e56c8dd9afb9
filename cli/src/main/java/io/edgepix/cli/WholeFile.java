package io.edgepix.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An output file that is written completely or not at all: first to a temporary file, which is then moved. */
public record WholeFile(Path file) {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Checks what can be checked before there is something to write.
     *
     * @throws CommandException if the file is a folder or a device, or its folder does not exist or is not writable
     */
    public void check() {
        if (Files.isDirectory(file)) {
            throw new CommandException(file + ": expected a file to write, got a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandException(file + ": expected a file to write, got a device or a pipe");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw unwritable(null);
        }
    }

    /**
     * Writes the file. An existing one is replaced.
     *
     * @throws CommandException if the file cannot be written
     */
    public void write(Content content) {
        check();
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    content.write(out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CommandException unwritable(@Nullable IOException cause) {
        String message = "cannot write " + file + ": the folder does not exist or is not writable";
        return cause == null ? new CommandException(message) : new CommandException(message, cause);
    }
}
