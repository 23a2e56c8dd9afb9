package io.edgepix.derivation.rest;

import io.edgepix.derivation.store.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A response of S3, whose body is not read yet. */
final class RestResponse implements AutoCloseable {
    private static final int MAX_ERROR_BYTES = 16 << 10;

    private final SdkHttpResponse head;
    private final AbortableInputStream body;
    private final long deadline;

    /**
     * Creates a response.
     *
     * @param deadline the end of the time for reading the body, as {@link System#nanoTime()}
     */
    RestResponse(HttpExecuteResponse response, long deadline) {
        this.head = response.httpResponse();
        this.body = response.responseBody().orElseGet(AbortableInputStream::createEmpty);
        this.deadline = deadline;
    }

    int status() {
        return head.statusCode();
    }

    SdkHttpResponse head() {
        return head;
    }

    /** Returns the value of a header; empty if the header is absent or empty. */
    Optional<String> header(String name) {
        return head.firstMatchingHeader(name).filter(value -> !value.isEmpty());
    }

    String etag() {
        return header("ETag").orElse("");
    }

    /**
     * Reads the body.
     *
     * @throws StoreException if its announced length is over the limit or absent
     * @throws IOException if it ends early or takes too long
     */
    byte[] bytes(int maxBytes) throws IOException, StoreException {
        Optional<String> announced = header("Content-Length");
        if (announced.isEmpty()) {
            throw new StoreException(StoreException.Reason.FAILED, "expected a Content-Length from S3, got none", null);
        }
        long length = Long.parseLong(announced.get());
        if (length > maxBytes) {
            abort();
            throw new StoreException(StoreException.Reason.TOO_LARGE, length + " bytes", null);
        }
        byte[] bytes = new byte[(int) length];
        int count = 0;
        while (count < bytes.length) {
            int read = body.read(bytes, count, bytes.length - count);
            if (read < 0) {
                throw new EOFException("expected " + length + " bytes from S3, got " + count);
            }
            count += read;
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("expected " + length + " bytes from S3 in time, got " + count);
            }
        }
        return bytes;
    }

    /** Reads the body of an error, which has no announced length. */
    byte[] errorBytes() throws IOException {
        return body.readNBytes(MAX_ERROR_BYTES);
    }

    /** Closes the connection, so that the rest of the body is not read. */
    void abort() {
        body.abort();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
