package io.edgepix.localedge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Counts the puts to a bucket, and fails requests to it. */
final class BucketFaults {
    private final AtomicInteger puts = new AtomicInteger();
    volatile boolean getsFail;
    volatile boolean listsFail;
    volatile boolean putsFail;
    /** A key that the bucket does not delete; empty for none. */
    volatile String undeletable = "";
    /** Receives the key of each object before it is read. */
    volatile Consumer<String> onGet = key -> {};
    /** Runs once, before the first deletion. */
    volatile Runnable onFirstRemoval = () -> {};

    int puts() {
        return puts.get();
    }

    BlobStore around(BlobStore store) {
        return new ForwardingBlobStore(store) {
            @Override
            public ListObjectsV2Response list(ListObjectsV2Request request) {
                failIf(listsFail);
                return super.list(request);
            }

            @Override
            public @Nullable ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
                onGet.accept(request.key());
                failIf(getsFail);
                return super.getBlob(request);
            }

            @Override
            public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
                Runnable first = onFirstRemoval;
                onFirstRemoval = () -> {};
                first.run();
                List<ObjectIdentifier> others = request.delete().objects().stream()
                        .filter(object -> !object.key().equals(undeletable))
                        .toList();
                DeleteObjectsResponse response = super.removeBlobs(request.toBuilder()
                        .delete(delete -> delete.objects(others))
                        .build());
                return others.size() == request.delete().objects().size()
                        ? response
                        : response.toBuilder()
                                .errors(List.of(S3Error.builder()
                                        .key(undeletable)
                                        .code("AccessDenied")
                                        .message("Access Denied")
                                        .build()))
                                .build();
            }

            @Override
            public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
                puts.incrementAndGet();
                if (putsFail) {
                    drain(body);
                }
                failIf(putsFail);
                return super.putBlob(request, body);
            }
        };
    }

    /** Reads the body, since a client that is still writing would get a broken pipe and try again. */
    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with an error that the client does not retry. */
    private static void failIf(boolean fails) {
        if (fails) {
            throw S3Exceptions.fromStatusCode(403);
        }
    }
}
