package io.edgepix.localqueue.document;

import static io.edgepix.derivation.store.StoreException.Reason.FAILED;
import static io.edgepix.derivation.store.StoreException.Reason.MISSING;
import static io.edgepix.derivation.store.StoreException.Reason.TOO_LARGE;

import io.edgepix.cli.CommandException;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The files of a folder, as if it were a bucket. Nothing outside of the folder is readable, not even by links. */
public final class FolderFiles implements DocumentFiles {
    private final Path folder;

    /**
     * Creates a view of a folder.
     *
     * @throws CommandException if the folder does not exist
     */
    public FolderFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandException(folder + ": expected a folder, got none");
        }
        try {
            this.folder = folder.toRealPath();
        } catch (IOException e) {
            throw new CommandException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the key of a file.
     *
     * @throws CommandException if the file is not in the folder
     */
    public Key key(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            Path inside = folder.relativize((parent == null ? absolute : parent.toRealPath()).resolve(name(absolute)));
            if (!inside.startsWith("..")) {
                return new Key(inside.toString().replace(inside.getFileSystem().getSeparator(), "/"));
            }
        } catch (IOException e) {
            throw new CommandException(file + ": expected a file, got none", e);
        }
        throw new CommandException(file + ": expected a file in " + folder + ", got one outside of it");
    }

    private static Path name(Path file) {
        Path name = file.getFileName();
        return name == null ? file : name;
    }

    @Override
    public byte[] read(Key key, int maxBytes) throws StoreException {
        Path file = file(key);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new StoreException(TOO_LARGE, key.value() + ": " + Files.size(file) + " bytes", null);
            }
            return bytes;
        } catch (IOException e) {
            throw new StoreException(FAILED, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Path file(Key key) throws StoreException {
        if (key.value().isEmpty() || key.hasDotSegment() || InternalKeys.isInternal(key)) {
            throw missing(key);
        }
        try {
            Path real = folder.resolve(key.value()).toRealPath();
            if (real.startsWith(folder) && Files.isRegularFile(real)) {
                return real;
            }
        } catch (IOException | InvalidPathException _) {
            // The file does not exist.
        }
        throw missing(key);
    }

    private StoreException missing(Key key) {
        return new StoreException(MISSING, key.value() + ": expected a file in " + folder + ", got none", null);
    }
}
