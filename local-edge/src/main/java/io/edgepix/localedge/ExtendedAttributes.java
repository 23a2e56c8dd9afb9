package io.edgepix.localedge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * Where an object's content type and metadata are kept. Without them a WebP derivative stored under {@code cat.jpg}
 * would come back as a JPEG, so a folder that can't hold them is refused.
 */
final class ExtendedAttributes {
    private ExtendedAttributes() {}

    static void require(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".edgepix-probe-", "");
        try {
            writeTo(probe);
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException(
                    "The file system of " + folder + " keeps no extended attributes (user.*), and a bucket needs them"
                            + " for content types and metadata. Choose a folder on another one.",
                    e);
        } finally {
            Files.delete(probe);
        }
    }

    private static void writeTo(Path probe) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException("no user-defined attributes");
        }
        view.write("edgepix-probe", ByteBuffer.wrap("1".getBytes(StandardCharsets.US_ASCII)));
    }
}
