package io.edgepix.localedge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A bucket whose puts are counted, and that refuses gets or puts while it is told to. */
final class Faults {
    private final AtomicInteger puts = new AtomicInteger();
    volatile boolean getsFail;
    volatile boolean putsFail;

    int puts() {
        return puts.get();
    }

    BlobStore around(BlobStore store) {
        return new ForwardingBlobStore(store) {
            @Override
            public @Nullable ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
                failIf(getsFail);
                return super.getBlob(request);
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

    /** A client that is still writing would see a broken pipe, and try again. */
    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what a client does not try again. */
    private static void failIf(boolean fails) {
        if (fails) {
            throw S3Exceptions.fromStatusCode(403);
        }
    }
}
