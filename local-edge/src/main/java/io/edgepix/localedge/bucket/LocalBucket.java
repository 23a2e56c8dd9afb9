package io.edgepix.localedge.bucket;

import io.edgepix.derivation.rest.RestStores;
import io.edgepix.derivation.store.S3Clients;
import io.edgepix.derivation.store.Stores;
import io.edgepix.localedge.lambda.LambdaEnvironment;
import io.edgepix.localedge.lambda.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A folder served as a private S3 bucket on the loopback address, for as long as it is open. */
public final class LocalBucket implements AutoCloseable {
    private static final String BUCKET = "edgepix-local";

    /**
     * The key and the certificate of the server.
     *
     * @param file the file in PKCS #12 format
     */
    public record KeyStoreFile(Path file, String password) {}

    private final Path folder;
    private final TemporaryFolder root;
    private final S3Proxy proxy;
    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private final S3Client client;

    private LocalBucket(Path folder, TemporaryFolder root, S3Proxy proxy, String accessKey, String secretKey) {
        this.folder = folder;
        this.root = root;
        this.proxy = proxy;
        this.endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.client = newClient();
    }

    /**
     * Opens a folder as a bucket, and creates the folder if it does not exist.
     *
     * @throws UncheckedIOException if the folder is not writable, or its file system does not support extended
     *     attributes
     */
    public static LocalBucket open(Path folder) {
        return open(folder, null, UnaryOperator.identity());
    }

    /** Opens a folder as a bucket that is served over TLS, too, at {@link #secureEndpoint()}. */
    public static LocalBucket open(Path folder, KeyStoreFile keyStore) {
        return open(folder, keyStore, UnaryOperator.identity());
    }

    public static LocalBucket open(Path folder, @Nullable KeyStoreFile keyStore, UnaryOperator<BlobStore> aroundStore) {
        try {
            Path real = directory(folder).toRealPath();
            ExtendedAttributes.require(real);
            return serve(real, keyStore, aroundStore);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path directory(Path folder) throws IOException {
        try {
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("The bucket " + folder + ": cannot create the folder: " + e, e);
        }
    }

    /** Creates a private folder with a link to the bucket's folder, so that its siblings are not served as buckets. */
    private static LocalBucket serve(Path folder, @Nullable KeyStoreFile keyStore, UnaryOperator<BlobStore> aroundStore)
            throws IOException {
        TemporaryFolder root = TemporaryFolder.create("s3");
        try {
            Files.createSymbolicLink(root.path().resolve(BUCKET), folder);
            FolderStore store =
                    new FolderStore(new FilesystemNio2BlobStore(root.path().toString()), folder);
            return start(folder, root, aroundStore.apply(store), keyStore);
        } catch (IOException | RuntimeException e) {
            root.close();
            throw e;
        }
    }

    private static LocalBucket start(
            Path folder, TemporaryFolder root, BlobStore store, @Nullable KeyStoreFile keyStore) throws IOException {
        String accessKey = "LOCAL" + random(8);
        String secretKey = random(20);
        S3Proxy.Builder builder = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
                .ignoreUnknownHeaders(true) // the tag of derivatives that expire; nothing expires in a folder
                .stopTimeout(0); // else it waits for idle keep-alive connections, and fails
        if (keyStore != null) {
            builder.secureEndpoint(URI.create("https://127.0.0.1:0"))
                    .keyStore(keyStore.file().toString(), keyStore.password());
        }
        S3Proxy proxy = builder.build();
        AccessGrant grant = new AccessGrant(secretKey, store);
        proxy.setBlobStoreLocator((identity, bucket, key) -> grantFor(identity, bucket, accessKey, grant));
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IOException("The local S3 did not start: " + e.getMessage(), e);
        }
        return new LocalBucket(folder, root, proxy, accessKey, secretKey);
    }

    // The proxy reads null as "no such access key", which it answers with 403.
    private static @Nullable AccessGrant grantFor(
            @Nullable String identity, @Nullable String bucket, String accessKey, AccessGrant grant) {
        boolean ours = bucket == null || bucket.isEmpty() || bucket.equals(BUCKET);
        return accessKey.equals(identity) && ours ? grant : null;
    }

    private static String random(int bytes) {
        byte[] noise = new byte[bytes];
        new SecureRandom().nextBytes(noise);
        return HexFormat.of().withUpperCase().formatHex(noise);
    }

    /** Creates a client that keeps headers that the functions do not use, because the edge uses it too. */
    private S3Client newClient() {
        S3ClientBuilder builder = S3Clients.builder("us-east-1");
        ClientOverrideConfiguration.Builder override = builder.overrideConfiguration().toBuilder();
        return builder.overrideConfiguration(
                        override.executionInterceptors(List.of()).build())
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .build();
    }

    /** Returns the folder, without symbolic links in its path. */
    public Path folder() {
        return folder;
    }

    /** Returns the URL of the endpoint; the bucket is in the path. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Returns the URL of the endpoint with TLS.
     *
     * @throws IllegalStateException if it was opened without a key store
     */
    public URI secureEndpoint() {
        int port = proxy.getSecurePort();
        if (port < 0) {
            throw new IllegalStateException("the bucket was opened without a key store");
        }
        return URI.create("https://127.0.0.1:" + port);
    }

    /** Returns the name of the bucket, which does not depend on the folder. */
    public String bucket() {
        return BUCKET;
    }

    /** Returns the only valid access key, which is new at each start. */
    public String accessKey() {
        return accessKey;
    }

    /** Returns the secret of {@link #accessKey()}. */
    public String secretKey() {
        return secretKey;
    }

    /** Returns the environment that Lambda would set for a function that may use this bucket. */
    public Map<String, String> lambdaEnvironment() {
        return LambdaEnvironment.of(endpoint, accessKey, secretKey);
    }

    /** Returns the buckets of the server as the function at the edge reads and writes them. */
    public Stores stores() {
        return new RestStores(Optional.of(endpoint), credentials());
    }

    private AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    /** Returns a client with valid credentials, which is closed with the bucket. */
    public S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local S3 did not stop: " + e.getMessage(), e);
        } finally {
            delete(root);
        }
    }

    private static void delete(TemporaryFolder root) {
        try {
            root.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
