package io.edgepix.originresponse.store;

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
 * Removes the derivatives of all originals whose keys begin with a prefix. A bucket may hold millions: it is read page by
 * page. An object without the metadata of a derivative stays, even if its key looks like one.
 */
public final class S3PrefixPurge {
    private static final int LISTINGS_AT_ONCE = 4;
    private static final int REQUESTS_AT_ONCE = 32;
    /** Each pass finds only what renderings under way have stored since the last. */
    private static final int MAX_PASSES = 10;

    private final S3Client s3;
    private final String bucket;
    private final String base;
    private final S3PurgeObjects objects;
    private final PurgeListener listener;

    /**
     * A purge of a bucket.
     *
     * @param base what stands before every key: empty, or the origin's path without its leading slash and with one at
     *     its end
     */
    public S3PrefixPurge(S3Client s3, String bucket, String base, PurgeListener listener) {
        this.s3 = s3;
        this.bucket = bucket;
        this.base = base;
        this.objects = new S3PurgeObjects(s3, bucket, base);
        this.listener = listener;
    }

    /**
     * Counts the derivatives, and leaves them.
     *
     * @param prefixes of originals' keys; an empty one stands for all
     * @throws StoreException if S3 fails or refuses
     */
    public PrefixPurged count(List<String> prefixes) throws StoreException {
        PurgeCounts counts = new PurgeCounts(listener);
        nameOriginals(prefixes, counts);
        scan(
                prefixes,
                counts,
                false,
                objects::kind,
                (keys, purged) -> purged.removed().addAll(keys));
        return counts.result();
    }

    /**
     * Removes the derivatives, then looks again for those that renderings under way stored meanwhile of another original
     * than the one there now.
     *
     * @param prefixes of originals' keys; an empty one stands for all
     * @throws StoreException if S3 fails or refuses; some may have been removed
     */
    public PrefixPurged purge(List<String> prefixes) throws StoreException {
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

    /** Tells what lies under a key. */
    private interface Check {
        S3PurgeObjects.Kind of(Key key);
    }

    /** Removes keys, or does as if. */
    private interface Removal {
        void of(List<Key> keys, Purged purged) throws StoreException;
    }

    private S3PurgeObjects.Kind outdatedKind(Key key) {
        S3PurgeObjects.Kind kind = objects.kind(key);
        boolean isCurrent = kind == S3PurgeObjects.Kind.DERIVATIVE && objects.isOf(key, DerivativeKeys.originalOf(key));
        return isCurrent ? S3PurgeObjects.Kind.OTHER : kind;
    }

    private void scan(List<String> prefixes, PurgeCounts counts, boolean isAgain, Check check, Removal removal)
            throws StoreException {
        try (PurgeThreads listings = new PurgeThreads(LISTINGS_AT_ONCE);
                PurgeThreads requests = new PurgeThreads(REQUESTS_AT_ONCE)) {
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

    /** Without those that begin with another one. */
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
            PurgeThreads requests)
            throws StoreException {
        List<Callable<S3PurgeObjects.Kind>> checks = new ArrayList<>();
        page.forEach(object -> checks.add(() -> check.of(key(object))));
        List<S3PurgeObjects.Kind> kinds = requests.all(checks);
        List<S3Object> derivatives = new ArrayList<>();
        long others = 0;
        for (int i = 0; i < kinds.size(); i++) {
            switch (kinds.get(i)) {
                case DERIVATIVE -> derivatives.add(page.get(i));
                case OTHER -> others++;
                case GONE -> {}
            }
        }
        Purged purged = new Purged();
        removal.of(derivatives.stream().map(this::key).toList(), purged);
        counts.add(derivatives, this::key, purged, isAgain ? 0 : others);
    }

    /** Originals without a derivative in the bucket may have one in a cache. */
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
            throw S3PurgeObjects.failed(e);
        }
    }

    private Key key(S3Object object) {
        return new Key(object.key().substring(base.length()));
    }
}
