package io.edgepix.derivation.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Tests the SDK's full client. */
class S3StoreTest extends StoreContract {
    @Nested
    class Responses extends ResponseContract {
        @Override
        protected Stores stores(URI server) {
            return S3StoreTest.this.stores(server);
        }
    }

    private final List<S3Client> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(S3Client::close);
    }

    @Override
    protected Stores stores(URI server) {
        S3ClientBuilder builder = S3Clients.builder("us-east-1");
        S3Client client = builder.endpointOverride(server)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(builder.overrideConfiguration().toBuilder()
                        .retryStrategy(strategy -> strategy.maxAttempts(1))
                        .build())
                .build();
        clients.add(client);
        return bucket -> new S3Store(client, bucket.name(), bucket.prefix());
    }
}
