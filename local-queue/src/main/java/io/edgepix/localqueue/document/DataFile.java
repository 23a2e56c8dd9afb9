package io.edgepix.localqueue.document;

import io.edgepix.cli.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A CSV or JSON Lines file with a row for each document. It is read several times, and must not change meanwhile. */
public final class DataFile {
    private static final String CSV = ".csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What changes with the content. */
    private record State(long bytes, FileTime modified) {}

    private final Path path;
    private final Encoding encoding;
    private final boolean isCsv;
    private final State state;
    private final String sha256;

    private DataFile(Path path, Encoding encoding, boolean isCsv) throws IOException {
        this.path = path;
        this.encoding = encoding;
        this.isCsv = isCsv;
        this.state = state();
        this.sha256 = sha256();
    }

    /**
     * Opens a file, and decodes it once.
     *
     * @throws CommandException if the file does not exist or cannot be read, or its name or encoding is unknown
     */
    public static DataFile open(Path path, Encoding encoding) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean isCsv = name.endsWith(CSV);
        if (!isCsv && !name.endsWith(".jsonl") && !name.endsWith(".ndjson")) {
            throw new CommandException(
                    "--data: expected a file that ends in .csv, .jsonl or .ndjson, got '" + path + "'");
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandException(
                    path + ": expected a file, got " + (Files.exists(path) ? "another one" : "none"));
        }
        try {
            return new DataFile(path, encoding, isCsv);
        } catch (IOException e) {
            throw new CommandException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private State state() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new State(attributes.size(), attributes.lastModifiedTime());
    }

    private String sha256() throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            encoding.check(path.toString(), in);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the name of the file, for errors. */
    String name() {
        return path.toString();
    }

    /** Returns the hash of the file and of its encoding. */
    String hash() {
        return sha256 + "-" + encoding.charset().name();
    }

    /**
     * Returns the rows from the first one.
     *
     * @throws CommandException if the file has changed, or its header is wrong
     */
    DataRows rows() {
        try {
            if (!state().equals(state)) {
                throw new CommandException(path + ": expected an unchanged file, but it has changed meanwhile; run the"
                        + " command again");
            }
            Reader reader = reader(Files.newInputStream(path));
            return isCsv ? new CsvRows(name(), reader) : new JsonLines(name(), reader);
        } catch (IOException e) {
            throw new CommandException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Returns a reader after the byte order mark, if there is one. */
    private Reader reader(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, encoding.charset()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
