package io.edgepix.localedge.bucket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * Extended attributes of files, which contain the content type and metadata of objects. Without them, a WebP derivative
 * stored under {@code cat.jpg} would be returned as a JPEG. So a folder without support for them is refused.
 */
final class ExtendedAttributes {
    private ExtendedAttributes() {}

    static void require(Path folder) throws IOException {
        Path probe = probe(folder);
        try {
            writeTo(probe);
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException(
                    "The file system of " + folder
                            + " does not support extended attributes (user.*), and a bucket needs them"
                            + " for content types and metadata. Choose a folder on a different one.",
                    e);
        } finally {
            Files.delete(probe);
        }
    }

    /** Creates a file to find out whether the folder is writable: a file system may also be read-only, or full. */
    private static Path probe(Path folder) throws IOException {
        try {
            return Files.createTempFile(folder, ".edgepix-probe-", "");
        } catch (IOException e) {
            throw new IOException(
                    "The bucket " + folder + " is not writable, and derivatives are stored in it: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException denied && denied.getReason() != null
                ? denied.getReason()
                : e instanceof AccessDeniedException ? "Permission denied" : String.valueOf(e.getMessage());
    }

    private static void writeTo(Path probe) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException("no user-defined attributes");
        }
        view.write("edgepix-probe", ByteBuffer.wrap("1".getBytes(StandardCharsets.US_ASCII)));
    }
}
