package io.edgepix.documents.files;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.problem.Bounds;
import io.edgepix.documents.problem.DocumentProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** The files of one document, each read once while there is room for it. */
public final class DocumentSource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FileSource files;
    private final References references;
    private final Bounds bounds;
    private final Map<Key, byte[]> read = new HashMap<>();
    private final CRC32 checksum = new CRC32();
    private long kept;

    /** Creates the files of a document. */
    public DocumentSource(FileSource files, References references, Bounds bounds) {
        this.files = files;
        this.references = references;
        this.bounds = bounds;
    }

    /** Returns the bytes of a file, which must not be changed. */
    public byte[] bytes(Key key) {
        bounds.checkTime();
        byte[] known = read.get(key);
        if (known != null) {
            return known;
        }
        byte[] bytes;
        try {
            bytes = files.read(key, bounds.maxBytes());
        } catch (StoreException e) {
            throw problem(key, e);
        }
        checksum.update(bytes);
        if (kept + bytes.length <= bounds.maxBytes()) {
            read.put(key, bytes);
            kept += bytes.length;
        }
        return bytes;
    }

    /** Returns a number that depends on the HTML of the document and on all files that were read. */
    public long fingerprint(String html) {
        return ((long) html.hashCode() << Integer.SIZE) ^ checksum.getValue();
    }

    /** Returns the text of a file. */
    public String text(Key key) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(key)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw DocumentProblem.broken(name(key) + ": expected text in UTF-8, got other bytes", e);
        }
    }

    /** Returns the name of a file for the start of a sentence, after the template that uses it. */
    public String name(Key key) {
        return key.value().equals(references.template()) ? key.value() : references.template() + ": " + key.value();
    }

    private DocumentProblem problem(Key key, StoreException e) {
        return switch (e.reason()) {
            case MISSING -> DocumentProblem.broken(name(key) + ": expected a file in the bucket, got none", e);
            case TOO_LARGE ->
                DocumentProblem.tooLarge(
                        name(key) + ": expected a file of at most " + bounds.maxBytes() + " bytes, got more");
            case FAILED -> DocumentProblem.failed(name(key) + ": the file could not be read: " + e.getMessage(), e);
        };
    }
}
