package io.edgepix.localedge.page;

import io.edgepix.derivation.purge.DerivativeKeys;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import io.edgepix.derivative.PathGrammar;
import io.edgepix.localedge.behaviour.BucketOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists the originals of a bucket, folder by folder and in the order of their keys. It does not enter folders of
 * derivatives, which may have millions of objects, nor folders that are closed to viewers. It ends after
 * {@value #MAX_ORIGINALS} originals or {@value #MAX_REQUESTS} requests to S3.
 */
final class OriginalsListing {
    static final int MAX_PICTURES = 60;
    static final int MAX_OTHERS = 20;
    static final int MAX_ORIGINALS = 1000;
    private static final int MAX_REQUESTS = 300;
    private static final Set<String> PICTURES =
            Set.of("avif", "bmp", "gif", "jpeg", "jpg", "png", "psd", "svg", "svgz", "tif", "tiff", "webp");

    private final S3Client s3;
    private final String bucket;
    private final String base;
    private final BucketOrigin origin;
    private final List<Key> pictures = new ArrayList<>();
    private final List<Key> others = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    /** Folders of the root that may have derivatives. A bucket may have hundreds of them, so they are listed last. */
    private final List<String> sizeFolders = new ArrayList<>();

    private int pictureCount;
    private int otherCount;
    private int requests;
    private boolean isComplete = true;

    private OriginalsListing(S3Client s3, String bucket, BucketOrigin origin) {
        this.s3 = s3;
        this.bucket = bucket;
        this.base = origin.prefix();
        this.origin = origin;
    }

    /**
     * Lists a bucket.
     *
     * @param origin the bucket as CloudFront reads it
     * @throws SdkException if S3 fails or refuses to list the root
     */
    static Originals of(S3Client s3, String bucket, BucketOrigin origin) {
        OriginalsListing listing = new OriginalsListing(s3, bucket, origin);
        listing.list("");
        listing.sizeFolders.forEach(listing::listFolder);
        return new Originals(
                List.copyOf(listing.pictures),
                listing.pictureCount,
                List.copyOf(listing.others),
                listing.otherCount,
                List.copyOf(listing.unreadable),
                listing.isComplete);
    }

    /** Lists a folder and those in it; {@code folder} is empty for the root, or ends with a slash. */
    private void list(String folder) {
        String token = null;
        do {
            if (!isComplete || requests == MAX_REQUESTS) {
                isComplete = false;
                return;
            }
            requests++;
            ListObjectsV2Response page = s3.listObjectsV2(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(base + folder)
                    .delimiter("/")
                    .continuationToken(token)
                    .build());
            for (String name : names(page)) {
                if (!isComplete) {
                    return;
                }
                enter(name);
            }
            token = page.nextContinuationToken();
        } while (token != null);
    }

    /** Returns the keys of objects and the folders of a page in the order of S3; only folders end with a slash. */
    private List<String> names(ListObjectsV2Response page) {
        List<String> names = new ArrayList<>();
        page.contents().stream()
                .map(S3Object::key)
                .filter(key -> !key.endsWith("/"))
                .forEach(names::add);
        page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(names::add);
        return names.stream()
                .map(name -> name.substring(base.length()))
                .sorted()
                .toList();
    }

    private void enter(String name) {
        if (!name.endsWith("/")) {
            add(new Key(name));
        } else if (isAtRoot(name) && DerivativeKeys.isFolder(name.substring(0, name.length() - 1))) {
            sizeFolders.add(name);
        } else if (!PathGrammar.isDerivative(new Key(name + "x")) && origin.mayRead(base + name)) {
            listFolder(name);
        }
    }

    /** Lists a folder, unless it cannot be read, such as {@code lost+found}. */
    private void listFolder(String folder) {
        try {
            list(folder);
        } catch (SdkException e) {
            unreadable.add(folder);
        }
    }

    private static boolean isAtRoot(String folder) {
        return folder.indexOf('/') == folder.length() - 1;
    }

    private void add(Key key) {
        if (!isOriginal(key)) {
            return;
        }
        if (pictureCount + otherCount == MAX_ORIGINALS) {
            isComplete = false;
        } else if (PICTURES.contains(key.extension())) {
            pictureCount++;
            addUpTo(MAX_PICTURES, pictures, key);
        } else {
            otherCount++;
            addUpTo(MAX_OTHERS, others, key);
        }
    }

    private static boolean isOriginal(Key key) {
        try {
            DerivativeKeys.original(key);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static void addUpTo(int most, List<Key> keys, Key key) {
        if (keys.size() < most) {
            keys.add(key);
        }
    }
}
