package io.edgepix.pregenerate.document;

import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.documents.DocumentFiles;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files of a batch of documents. Each file is fetched once, even if several threads ask for it at the same time.
 * Files over the limit of all of them are not kept.
 */
public final class BatchFiles implements DocumentFiles {
    /** Enough for the template, pictures and fonts of usual documents. */
    private static final long MAX_KEPT_BYTES = 32 << 20;

    private final DocumentStore store;
    private final Map<Key, CompletableFuture<byte[]>> files = new ConcurrentHashMap<>();
    private final AtomicLong keptBytes = new AtomicLong();

    /** Creates the files of a batch in a bucket. */
    public BatchFiles(DocumentStore store) {
        this.store = store;
    }

    @Override
    public byte[] read(Key key, int maxBytes) throws StoreException {
        CompletableFuture<byte[]> own = new CompletableFuture<>();
        CompletableFuture<byte[]> known = files.putIfAbsent(key, own);
        byte[] bytes = known == null ? fetch(key, maxBytes, own) : wait(known);
        if (bytes.length > maxBytes) {
            throw new StoreException(StoreException.Reason.TOO_LARGE, bytes.length + " bytes", null);
        }
        return bytes;
    }

    /** Fetches a file. A failure is not kept, so that the next document of the batch tries again. */
    private byte[] fetch(Key key, int maxBytes, CompletableFuture<byte[]> file) throws StoreException {
        try {
            byte[] bytes = store.read(key, maxBytes);
            file.complete(bytes);
            if (keptBytes.addAndGet(bytes.length) > MAX_KEPT_BYTES) {
                keptBytes.addAndGet(-bytes.length);
                files.remove(key, file);
            }
            return bytes;
        } catch (StoreException | RuntimeException | Error e) {
            files.remove(key, file);
            file.completeExceptionally(e);
            throw e;
        }
    }

    private static byte[] wait(CompletableFuture<byte[]> file) throws StoreException {
        try {
            return file.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException failure
                    ? failure
                    : new StoreException(StoreException.Reason.FAILED, String.valueOf(e.getMessage()), e);
        }
    }
}
