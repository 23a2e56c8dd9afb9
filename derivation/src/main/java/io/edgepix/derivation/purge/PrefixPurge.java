package io.edgepix.derivation.purge;

import io.edgepix.derivation.store.RequestThreads;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Removes the derivatives of all originals whose keys begin with a prefix. Reads the bucket page by page, since there
 * may be millions of objects. An object without the metadata of a derivative stays, even if its key looks like that of
 * a derivative.
 */
public final class PrefixPurge {
    private static final int CONCURRENT_LISTINGS = 4;
    private static final int CONCURRENT_REQUESTS = 32;

    /** Each pass finds only the derivatives that were stored since the last pass. */
    private static final int MAX_PASSES = 10;

    /** Returns the kind of the object with a key. */
    private interface Check {
        DerivativeObjects.Kind of(Key key);
    }

    /** Removes objects, or only counts them. */
    private interface Removal {
        void of(List<Key> keys, KeyPurgeResult result) throws StoreException;
    }

    private final S3Client s3;
    private final String bucket;
    private final String base;
    private final DerivativeObjects objects;
    private final PurgeListener listener;

    /**
     * Creates a purge of a bucket.
     *
     * @param base precedes every key: empty, or a path without a leading slash and with one at its end
     */
    public PrefixPurge(S3Client s3, String bucket, String base, PurgeListener listener) {
        this.s3 = s3;
        this.bucket = bucket;
        this.base = base;
        this.objects = new DerivativeObjects(s3, bucket, base);
        this.listener = listener;
    }

    /**
     * Counts the derivatives without removing them.
     *
     * @param prefixes prefixes of the originals' keys; an empty one stands for all originals
     * @throws StoreException if S3 fails or refuses
     */
    public PrefixPurgeResult count(List<String> prefixes) throws StoreException {
        PurgeCounts counts = new PurgeCounts(listener);
        nameOriginals(prefixes, counts);
        scan(
                prefixes,
                counts,
                false,
                objects::kind,
                (keys, result) -> result.removed().addAll(keys));
        return counts.result();
    }

    /**
     * Removes the derivatives. Meanwhile, renderings in progress may store derivatives of former originals. The purge
     * therefore repeats its search until it finds only derivatives of the current originals.
     *
     * @param prefixes prefixes of the originals' keys; an empty one stands for all originals
     * @throws StoreException if S3 fails or refuses; some derivatives may have been removed
     */
    public PrefixPurgeResult purge(List<String> prefixes) throws StoreException {
        PurgeCounts counts = new PurgeCounts(listener);
        nameOriginals(prefixes, counts);
        scan(prefixes, counts, false, objects::kind, objects::remove);
        long before = -1;
        for (int pass = 2; pass <= MAX_PASSES && before != counts.derivatives() && !counts.hasFailed(); pass++) {
            before = counts.derivatives();
            scan(prefixes, counts, true, this::outdatedKind, objects::remove);
        }
        return counts.result();
    }

    private DerivativeObjects.Kind outdatedKind(Key key) {
        DerivativeObjects.Kind kind = objects.kind(key);
        boolean isCurrent =
                kind == DerivativeObjects.Kind.DERIVATIVE && objects.isOf(key, DerivativeKeys.originalOf(key));
        return isCurrent ? DerivativeObjects.Kind.OTHER : kind;
    }

    private void scan(List<String> prefixes, PurgeCounts counts, boolean isAgain, Check check, Removal removal)
            throws StoreException {
        try (RequestThreads listings = new RequestThreads(CONCURRENT_LISTINGS);
                RequestThreads requests = new RequestThreads(CONCURRENT_REQUESTS)) {
            List<Callable<Boolean>> searches = new ArrayList<>();
            for (String folder : objects.folders()) {
                for (Format format : Format.values()) {
                    for (String prefix : disjoint(prefixes)) {
                        String start = base + folder + "/" + format.token() + "/" + prefix;
                        searches.add(() -> {
                            for (ListObjectsV2Response page : s3.listObjectsV2Paginator(
                                    list -> list.bucket(bucket).prefix(start))) {
                                page(page.contents(), counts, isAgain, check, removal, requests);
                            }
                            return true;
                        });
                    }
                }
            }
            listings.all(searches);
        }
    }

    /** Returns the prefixes that do not begin with another one. */
    private static List<String> disjoint(List<String> prefixes) {
        List<String> disjoint = new ArrayList<>();
        for (String prefix : prefixes.stream().distinct().sorted().toList()) {
            if (disjoint.isEmpty() || !prefix.startsWith(disjoint.getLast())) {
                disjoint.add(prefix);
            }
        }
        return disjoint;
    }

    private void page(
            List<S3Object> page,
            PurgeCounts counts,
            boolean isAgain,
            Check check,
            Removal removal,
            RequestThreads requests)
            throws StoreException {
        List<Callable<DerivativeObjects.Kind>> checks = new ArrayList<>();
        page.forEach(object -> checks.add(() -> check.of(key(object))));
        List<DerivativeObjects.Kind> kinds = requests.all(checks);
        List<S3Object> derivatives = new ArrayList<>();
        long others = 0;
        for (int i = 0; i < kinds.size(); i++) {
            switch (kinds.get(i)) {
                case DERIVATIVE -> derivatives.add(page.get(i));
                case OTHER -> others++;
                case GONE -> {}
            }
        }
        KeyPurgeResult result = new KeyPurgeResult();
        removal.of(derivatives.stream().map(this::key).toList(), result);
        counts.add(derivatives, this::key, result, isAgain ? 0 : others);
    }

    /**
     * Adds the originals in the bucket. Originals without derivatives in the bucket may have derivatives in a cache.
     */
    private void nameOriginals(List<String> prefixes, PurgeCounts counts) throws StoreException {
        if (prefixes.contains("")) {
            return;
        }
        try {
            for (String prefix : prefixes) {
                for (S3Object object : s3.listObjectsV2Paginator(
                                list -> list.bucket(bucket).prefix(base + prefix))
                        .contents()) {
                    if (!counts.name(DerivativeKeys.originalOf(key(object)), key(object))) {
                        return;
                    }
                }
            }
        } catch (SdkException e) {
            throw DerivativeObjects.failed(e);
        }
    }

    private Key key(S3Object object) {
        return new Key(object.key().substring(base.length()));
    }
}
