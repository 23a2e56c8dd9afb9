package io.edgepix.derivation;

import io.edgepix.derivation.store.ObjectHead;
import io.edgepix.derivation.store.RequestThreads;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivation.store.StoredOriginal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The objects of one batch: those that were read, and those that were written. */
final class BatchObjects {
    private static final int CONCURRENT_REQUESTS = 8;

    private interface Task<T> {
        T run(DerivativePlace place) throws StoreException;
    }

    private final DerivationBatch batch;
    private final DerivativeStore derivatives;
    private final DerivationLog log;
    private final Map<DerivativePlace, Optional<ObjectHead>> read = new HashMap<>();
    private final List<DerivativePlace> written = new ArrayList<>();
    private long writtenBytes;
    private boolean hasOutdated;
    private boolean hasFailed;

    BatchObjects(DerivationBatch batch, DerivativeStore derivatives, DerivationLog log) {
        this.batch = batch;
        this.derivatives = derivatives;
        this.log = log;
    }

    /** Reads the objects of places that were not read before. */
    void read(Collection<DerivativePlace> places) throws DerivationException {
        List<DerivativePlace> unread =
                places.stream().filter(place -> !read.containsKey(place)).toList();
        try {
            List<Optional<ObjectHead>> heads =
                    all(unread, place -> place.store().head(place.key()));
            for (int i = 0; i < unread.size(); i++) {
                read.put(unread.get(i), heads.get(i));
            }
        } catch (StoreException e) {
            log.failed(DerivationLog.Kind.FETCH_FAILED, batch.original().path(), e);
            throw new DerivationException(503, "The derivatives could not be read; try again later.");
        }
    }

    private static <T> List<T> all(List<DerivativePlace> places, Task<T> task) throws StoreException {
        if (places.isEmpty()) {
            return List.of();
        }
        List<Callable<T>> requests = new ArrayList<>();
        places.forEach(place -> requests.add(() -> task.run(place)));
        try (RequestThreads threads = new RequestThreads(CONCURRENT_REQUESTS)) {
            return threads.all(requests);
        }
    }

    /** Returns the places whose objects are missing or outdated. */
    List<DerivativePlace> toRender(Collection<DerivativePlace> places, String etag) {
        hasOutdated |= read.values().stream()
                .flatMap(Optional::stream)
                .flatMap(head -> head.originalEtag().stream())
                .anyMatch(recorded -> !recorded.equals(etag));
        return places.stream().filter(place -> !isCurrent(place, etag)).toList();
    }

    /** In the bucket of the original, an object that is not a derivative is not overwritten. */
    private boolean isCurrent(DerivativePlace place, String etag) {
        Optional<ObjectHead> head = read.getOrDefault(place, Optional.empty());
        Optional<String> recorded = head.flatMap(ObjectHead::originalEtag);
        return recorded.isPresent()
                ? recorded.get().equals(etag)
                : head.isPresent() && !batch.copies().contains(place);
    }

    /** Stores pictures at the same time. A failure is reported by {@link #hasFailed}. */
    void write(Map<DerivativePlace, byte[]> pictures, StoredOriginal original) {
        written.addAll(pictures.keySet());
        pictures.values().forEach(picture -> writtenBytes += picture.length);
        try {
            all(
                    List.copyOf(pictures.keySet()),
                    place -> derivatives.write(place, original, Objects.requireNonNull(pictures.get(place))));
        } catch (StoreException e) {
            hasFailed = true;
            log.failed(DerivationLog.Kind.WRITE_BACK_FAILED, batch.original().path(), e);
        }
    }

    /** Tells whether an object could not be stored. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** Deletes all objects that were written, and forgets those that were read. */
    void undo() {
        written.forEach(derivatives::remove);
        written.clear();
        writtenBytes = 0;
        read.clear();
    }

    BatchResult result(Collection<DerivativePlace> places, String etag) {
        return new BatchResult(
                etag, written.size(), places.size() - written.size(), writtenBytes, !written.isEmpty(), hasOutdated);
    }
}
