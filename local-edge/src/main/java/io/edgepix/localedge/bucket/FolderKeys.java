package io.edgepix.localedge.bucket;

import io.edgepix.derivative.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Checks which keys can be files in a folder. Each key is exactly one file. */
final class FolderKeys {
    private static final int MAX_PART_BYTES = 255;
    /** Leaves room for a hyphen and a UUID, which are part of the name while an object is written. */
    private static final int MAX_WRITTEN_PART_BYTES = MAX_PART_BYTES - 37;

    private final Path folder;

    FolderKeys(Path folder) {
        this.folder = folder;
    }

    /** Throws S3's answer to a read of a key that no file can have. */
    void checkRead(String bucket, String key) {
        checkForm(key);
        if (!fits(key, MAX_PART_BYTES) || !isInside(key) || !canBeObject(key)) {
            throw S3Exceptions.noSuchKey(bucket, key, "No file of this folder can have this key.");
        }
    }

    /** Throws S3's answer to a write that would fail, or overwrite another key's file. */
    void checkWrite(String key) {
        checkForm(key);
        if (!fits(key, MAX_WRITTEN_PART_BYTES)) {
            throw refused(
                    "KeyTooLongError", "In this folder, the parts of a key between slashes must have 1 to 218 bytes.");
        }
        if (!isInside(key) || clashes(key)) {
            throw refused(
                    "InvalidRequest", "The key is that of a folder, below a file, or outside the bucket's folder.");
        }
    }

    private static void checkForm(String key) {
        if (new Key(key).bytes() > Key.MAX_BYTES) {
            throw refused("KeyTooLongError", "A key is at most 1024 bytes.");
        }
        if (key.indexOf('\0') >= 0 || new Key(key).hasDotSegment()) {
            throw refused("InvalidURI", "Couldn't parse the specified URI.");
        }
    }

    private static boolean fits(String key, int maxPartBytes) {
        String path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || new Key(part).bytes() > maxPartBytes) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the file is inside the folder. A symbolic link may lead outside. */
    boolean isInside(String key) {
        Path path = folder.resolve(key).normalize();
        while (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !path.equals(folder) && path.getParent() != null) {
            path = path.getParent();
        }
        try {
            return path.toRealPath().startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns whether the file can be the object of this key. A file system does not distinguish {@code cat.jpg/} from
     * {@code cat.jpg}, and it contains pipes and devices.
     */
    private boolean canBeObject(String key) {
        Path path = folder.resolve(key);
        return key.endsWith("/") ? !Files.isRegularFile(path) : Files.isRegularFile(path) || !Files.exists(path);
    }

    private boolean clashes(String key) {
        Path path = folder.resolve(key);
        if (!key.endsWith("/") && Files.isDirectory(path)) {
            return true;
        }
        Path parent = path.getParent();
        while (parent != null && !parent.equals(folder)) {
            if (Files.isRegularFile(parent)) {
                return true;
            }
            parent = parent.getParent();
        }
        return false;
    }

    private static S3Exception refused(String code, String message) {
        return (S3Exception) S3Exception.builder()
                .statusCode(400)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .serviceName("S3")
                        .build())
                .build();
    }
}
