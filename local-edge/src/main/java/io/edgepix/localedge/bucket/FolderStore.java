package io.edgepix.localedge.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The folder's files as S3 objects: private, inside the folder, and each with an ETag. */
final class FolderStore extends ForwardingBlobStore {
    private final Path folder;
    private final FolderKeys keys;

    FolderStore(BlobStore files, Path folder) {
        super(files);
        this.folder = folder;
        this.keys = new FolderKeys(folder);
    }

    /** Returns private. Otherwise, files that everybody may read would be public objects, which need no signature. */
    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key, @Nullable String version) {
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public void deleteBucket(String bucket) {
        throw S3Exceptions.invalidRequest("The bucket cannot be deleted.");
    }

    @Override
    public void deleteContainer(String bucket) {
        throw S3Exceptions.invalidRequest("The bucket cannot be deleted.");
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        checkFiles(request);
        ListObjectsV2Response all = super.list(request);
        return all.toBuilder()
                .contents(all.contents().stream()
                        .filter(object -> keys.isInside(object.key()))
                        .toList())
                .build();
    }

    private void checkFiles(ListObjectsV2Request request) {
        String prefix = request.prefix() == null ? "" : request.prefix();
        Path listed = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        boolean isFlat = request.delimiter() != null && !request.delimiter().isEmpty();
        try {
            UnlistableFile.find(listed, isFlat ? 1 : Integer.MAX_VALUE).ifPresent(file -> {
                throw S3Exceptions.invalidRequest("The folder of the bucket contains " + folder.relativize(file)
                        + ", which is neither a file nor a folder of its own. Remove it.");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        keys.checkRead(request.bucket(), request.key());
        boolean conditional = request.ifMatch() != null || request.ifNoneMatch() != null;
        boolean judged =
                conditional && judge(request.bucket(), request.key(), request.ifMatch(), request.ifNoneMatch());
        ResponseInputStream<GetObjectResponse> found = super.getBlob(
                judged ? request.toBuilder().ifMatch(null).ifNoneMatch(null).build() : request);
        if (found == null || found.response().eTag() != null) {
            return found;
        }
        GetObjectResponse tagged =
                found.response().toBuilder().eTag(eTag(request.key())).build();
        return new ResponseInputStream<>(tagged, found);
    }

    @Override
    public @Nullable HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        keys.checkRead(request.bucket(), request.key());
        boolean conditional = request.ifMatch() != null || request.ifNoneMatch() != null;
        boolean judged =
                conditional && judge(request.bucket(), request.key(), request.ifMatch(), request.ifNoneMatch());
        HeadObjectResponse found = super.blobMetadata(
                judged ? request.toBuilder().ifMatch(null).ifNoneMatch(null).build() : request);
        if (found == null || found.eTag() != null) {
            return found;
        }
        return found.toBuilder().eTag(eTag(request.key())).build();
    }

    /** Evaluates conditions on an ETag that the store does not know. Returns true if it is unknown and they are met. */
    private boolean judge(String bucket, String key, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        HeadObjectResponse plain = super.blobMetadata(
                HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (plain == null || plain.eTag() != null) {
            return false;
        }
        String tag = eTag(key);
        if (ifMatch != null && !names(ifMatch, tag)) {
            throw S3Exceptions.fromStatusCode(412);
        }
        if (ifNoneMatch != null && names(ifNoneMatch, tag)) {
            throw S3Exceptions.fromStatusCode(304);
        }
        return true;
    }

    private static boolean names(String condition, String tag) {
        return condition.equals("*") || condition.replace("\"", "").equals(tag.replace("\"", ""));
    }

    /**
     * Returns the ETag. A file that was copied into the folder has no stored ETag, so its ETag is derived from its time
     * and size.
     */
    private String eTag(String key) {
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(key), BasicFileAttributes.class);
            long time = file.lastModifiedTime().toInstant().toEpochMilli();
            return String.format(Locale.ROOT, "\"%016x%016x\"", time, file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        try {
            keys.checkWrite(request.key());
        } catch (S3Exception refused) {
            drain(body);
            throw refused;
        }
        return super.putBlob(request, body);
    }

    /**
     * Reads the rest of the body. Otherwise, a client that is still writing would see a broken pipe, not the refusal.
     */
    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        keys.checkRead(request.sourceBucket(), request.sourceKey());
        keys.checkWrite(request.destinationKey());
        return super.copyBlob(request);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        keys.checkRead(request.bucket(), request.key());
        return super.removeBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        keys.checkWrite(request.key());
        return super.initiateMultipartUpload(request);
    }
}
