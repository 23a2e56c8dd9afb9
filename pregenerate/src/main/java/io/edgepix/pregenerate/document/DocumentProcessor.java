package io.edgepix.pregenerate.document;

import com.google.gson.JsonObject;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.store.InternalKeys;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentException;
import io.edgepix.documents.DocumentException.Reason;
import io.edgepix.documents.DocumentFiles;
import io.edgepix.documents.DocumentRequest;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.pregenerate.job.JobKeys;
import io.edgepix.pregenerate.message.DocumentData;
import io.edgepix.pregenerate.message.DocumentMessage;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Renders and stores a document, unless the same document exists. Thread-safe. */
public final class DocumentProcessor {
    /** The most fields and elements of stored data for each page that is allowed. */
    private static final int VALUES_A_PAGE = 1000;

    private final DocumentRendering rendering;
    private final DocumentLimits limits;
    private final DocumentStore store;
    private final DocumentHeaders headers;
    private final boolean hasHeavy;
    private final RenderingSlots slots;
    private final KeyLocks locks = new KeyLocks();
    private final DerivationLog log;

    /**
     * Creates a processor.
     *
     * @param isPublic whether viewers may read documents
     * @param hasHeavy whether there is a queue of a container
     */
    public DocumentProcessor(DocumentSettings settings, boolean isPublic, boolean hasHeavy, DerivationLog log) {
        this.rendering = settings.rendering();
        this.limits = settings.limits();
        this.store = settings.store();
        this.headers = new DocumentHeaders(isPublic);
        this.hasHeavy = hasHeavy;
        this.slots = new RenderingSlots(!hasHeavy);
        this.log = log;
    }

    /** Returns the files of a new batch. */
    public DocumentFiles files() {
        return new BatchFiles(store);
    }

    /** Returns the longest time of a document. */
    public int maxSeconds() {
        return limits.maxSeconds();
    }

    /**
     * Processes a message whose keys are valid. The same key is never processed twice at the same time.
     *
     * @param files those of the batch
     */
    public RenderingOutcome process(DocumentMessage message, DocumentFiles files) {
        Lock lock = locks.of(new Key(message.to()));
        lock.lock();
        try {
            return attempt(message, files);
        } catch (DocumentException e) {
            return switch (e.reason()) {
                case BROKEN -> new RenderingOutcome.Broken(e.sentence());
                case TOO_LARGE -> new RenderingOutcome.Heavy(e.sentence());
                case FAILED -> {
                    log.failed(DerivationLog.Kind.FETCH_FAILED, path(message), e);
                    yield new RenderingOutcome.Failed(e.sentence());
                }
            };
        } catch (OutOfMemoryError | StackOverflowError e) {
            log.failed(DerivationLog.Kind.RENDER_FAILED, path(message), e);
            return new RenderingOutcome.Heavy(message.to() + ": the memory of the worker is not enough: " + e);
        } catch (RuntimeException e) {
            log.failed(DerivationLog.Kind.RENDER_FAILED, path(message), e);
            String reason = message.to() + ": the document could not be rendered: " + e;
            return hasHeavy ? new RenderingOutcome.Heavy(reason) : new RenderingOutcome.Failed(reason);
        } finally {
            lock.unlock();
        }
    }

    private static String path(DocumentMessage message) {
        return new Key(message.to()).path();
    }

    private RenderingOutcome attempt(DocumentMessage message, DocumentFiles files) throws DocumentException {
        Key key = new Key(message.to());
        Key template = new Key(message.template());
        byte[] html = read("a template", template, files);
        JsonObject data = data(message, files);
        String identity = DocumentIdentity.of(template, html, data);
        Optional<StoredDocument> stored = message.isForced()
                ? Optional.empty()
                : find(key).filter(found -> found.identity().equals(identity));
        if (stored.isPresent()) {
            return new RenderingOutcome.Done(stored.get().pages(), stored.get().bytes(), false);
        }
        RenderedDocument document =
                slots.run(() -> rendering.render(new DocumentRequest(template, data), with(template, html, files)));
        put(key, document, identity);
        return new RenderingOutcome.Done(document.pages(), document.pdf().length, true);
    }

    /**
     * Returns the files that a template may use. The template is the one whose identity is known, even if it has changed
     * since.
     */
    private static DocumentFiles with(Key template, byte[] html, DocumentFiles files) {
        return (key, maxBytes) -> {
            if (InternalKeys.isInternal(key)) {
                throw new StoreException(StoreException.Reason.MISSING, JobKeys.FOLDER + " has no files", null);
            }
            return key.equals(template) ? html : files.read(key, maxBytes);
        };
    }

    private JsonObject data(DocumentMessage message, DocumentFiles files) throws DocumentException {
        return switch (message.data()) {
            case DocumentData.Fields(JsonObject object) -> object;
            case DocumentData.Stored(String key) ->
                StoredData.parse(
                        key,
                        read("the data of a document", new Key(key), files),
                        (long) limits.maxPages() * VALUES_A_PAGE);
        };
    }

    private byte[] read(String what, Key key, DocumentFiles files) throws DocumentException {
        try {
            return files.read(key, limits.maxBytes());
        } catch (StoreException e) {
            throw switch (e.reason()) {
                case MISSING ->
                    new DocumentException(
                            Reason.BROKEN,
                            key.value() + ": expected " + what + " in the bucket, got no such object",
                            e);
                case TOO_LARGE ->
                    new DocumentException(
                            Reason.TOO_LARGE,
                            key.value() + ": expected at most " + limits.maxBytes() + " bytes, got " + e.getMessage(),
                            e);
                case FAILED -> new DocumentException(Reason.FAILED, key.value() + ": the bucket could not be read", e);
            };
        }
    }

    private Optional<StoredDocument> find(Key key) throws DocumentException {
        try {
            return store.find(key);
        } catch (StoreException e) {
            throw new DocumentException(Reason.FAILED, key.value() + ": the bucket could not be read", e);
        }
    }

    private void put(Key key, RenderedDocument document, String identity) throws DocumentException {
        try {
            store.put(
                    key,
                    new DocumentObject(
                            document.pdf(),
                            document.pages(),
                            identity,
                            DocumentHeaders.contentDisposition(key),
                            headers.cacheControl()));
        } catch (StoreException e) {
            throw new DocumentException(Reason.FAILED, key.value() + ": the document could not be stored", e);
        }
    }
}
