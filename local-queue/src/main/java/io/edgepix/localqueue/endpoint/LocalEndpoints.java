package io.edgepix.localqueue.endpoint;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.edgepix.cli.CommandException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of a running {@code ./dev run --pregenerate}. The run writes them to {@value #FILE} in the folder of its
 * bucket, as JSON with the names of these fields, and deletes the file when it ends. Only the user of the run can read
 * the file, since it has a secret.
 *
 * @param pid the process of the run
 * @param s3 the URL of S3
 * @param bucket the name of the bucket
 * @param accessKey an access key of S3
 * @param secretKey the secret of the access key
 * @param sqs the URL of SQS, which accepts any access key
 * @param queueUrl the queue of the function
 * @param heavyQueueUrl the queue of the container
 * @param deadLetterQueueUrl the dead-letter queue of both
 * @param resultsQueueUrl the queue for results of documents
 * @param configuration the text of the run's edgepix.json; {@code {}} without one
 */
public record LocalEndpoints(
        long pid,
        String s3,
        String bucket,
        String accessKey,
        String secretKey,
        String sqs,
        String queueUrl,
        String heavyQueueUrl,
        String deadLetterQueueUrl,
        String resultsQueueUrl,
        String configuration) {
    /** The path of the file in the folder of the bucket. */
    public static final String FILE = ".edgepix/local.json";

    private static final int CONNECT_MILLIS = 2000;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    /** Writes the file. It appears complete, so that readers never see a part of it. */
    public void write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Path parent = Files.createDirectories(folder.resolve(".edgepix"));
        Path part = Files.createTempFile(
                parent,
                "local",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, GSON.toJson(this));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the file, unless a later run has replaced it. */
    public void delete(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && Files.readString(file).equals(GSON.toJson(this))) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Reads the file of a running process.
     *
     * @throws CommandException if no such process runs for this folder
     */
    public static LocalEndpoints read(Path folder) {
        return running(folder)
                .orElseThrow(() -> new CommandException("--bucket " + folder + ": no ./dev run --pregenerate serves "
                        + folder + "; --region REGION names a bucket on AWS"));
    }

    /** Returns the endpoints of the process that runs for this folder; empty if there is none. */
    public static Optional<LocalEndpoints> running(Path folder) {
        try {
            LocalEndpoints read = parse(folder.resolve(FILE));
            return read != null
                            && read.isComplete()
                            && ProcessHandle.of(read.pid).isPresent()
                            && read.answers()
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandException("cannot read " + folder.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    /** Returns null if the file is cut short, as no run writes such a file. */
    private static @Nullable LocalEndpoints parse(Path file) throws IOException {
        try {
            return GSON.fromJson(Files.readString(file), LocalEndpoints.class);
        } catch (JsonParseException _) {
            return null;
        }
    }

    /** Tells whether the file had every field. */
    private boolean isComplete() {
        return Stream.of(
                        s3,
                        bucket,
                        accessKey,
                        secretKey,
                        sqs,
                        queueUrl,
                        heavyQueueUrl,
                        deadLetterQueueUrl,
                        resultsQueueUrl,
                        configuration)
                .allMatch(Objects::nonNull);
    }

    /** Tells whether something listens at both endpoints. A later process may have the id of a run that was killed. */
    private boolean answers() {
        return isOpen(s3) && isOpen(sqs);
    }

    private static boolean isOpen(String url) {
        try (Socket socket = new Socket()) {
            URI address = new URI(url);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException | URISyntaxException | IllegalArgumentException _) {
            return false;
        }
    }
}
