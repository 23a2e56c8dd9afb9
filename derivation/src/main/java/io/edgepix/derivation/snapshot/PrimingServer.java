package io.edgepix.derivation.snapshot;

import io.edgepix.derivation.store.S3Clients;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.derivation.store.Store;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server on the loopback address that answers as S3 does, so that a snapshot has the classes with which the SDK reads
 * and writes objects. Every object has the same bytes, and what is written is dropped. Connections are closed after each
 * answer.
 */
public final class PrimingServer implements AutoCloseable {
    private static final String BUCKET = "priming";
    private static final int SECONDS = 5;

    private final ServerSocket socket;
    private final byte[] object;
    private final S3Client client;

    private PrimingServer(ServerSocket socket, byte[] object) {
        this.socket = socket;
        this.object = object;
        this.client = S3Clients.builder("us-east-1")
                .endpointOverride(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(BUCKET, BUCKET)))
                .build();
    }

    /** Starts a server whose objects have the given bytes. */
    public static PrimingServer start(byte[] object) throws IOException {
        ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        PrimingServer server = new PrimingServer(socket, object);
        Thread.ofPlatform().daemon().name("priming").start(server::serve);
        return server;
    }

    /** Returns the bucket as the functions read and write it. */
    public Store store() {
        return new S3Store(client, BUCKET, "");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.setSoTimeout(SECONDS * 1000);
                answer(connection);
            } catch (IOException e) {
                // The request fails, and with it the priming.
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        OutputStream out = connection.getOutputStream();
        String method = line(in).split(" ", 2)[0];
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("expect:")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        in.skipNBytes(length);
        boolean isPut = method.equals("PUT");
        out.write(headers(isPut ? 0 : object.length));
        if (method.equals("GET")) {
            out.write(object);
        }
        out.flush();
    }

    private static byte[] headers(int length) {
        return ("HTTP/1.1 200 OK\r\nETag: \"priming\"\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: "
                        + length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        client.close();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
