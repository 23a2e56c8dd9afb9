package io.edgepix.pregenerate.aws;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.ConfigText;
import io.edgepix.configuration.DocumentLimits;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.store.S3Clients;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.documents.DocumentRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.pregenerate.document.DocumentRendering;
import io.edgepix.pregenerate.document.DocumentSettings;
import io.edgepix.pregenerate.worker.Invalidation;
import io.edgepix.pregenerate.worker.WorkerContext;
import io.edgepix.pregenerate.worker.Workers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates the workers of the function and of the container, from environment variables. */
public final class AwsWorkers {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    /** The idle connections that the JDK keeps to one host. By default it keeps five, and opens others each time. */
    private static final String CONNECTIONS = "32";

    /** The renderer of documents, and its limits. */
    private record Documents(DocumentLimits limits, DocumentRendering rendering) {}

    private AwsWorkers() {}

    /** Creates the workers of the function, with the limits of originals of the edge. */
    public static Workers function(Environment environment) {
        Config config = config(environment);
        Renderer renderer = Renderers.best(ConfiguredLimits.of(config));
        return function(environment, config, renderer, documents(config, renderer));
    }

    /** Creates the workers of the function with renderers that exist already. Their clients are new. */
    public static Workers function(
            Environment environment, Config config, Renderer renderer, DocumentRendering documents) {
        return workers(
                "function",
                config,
                renderer,
                new Documents(config.documents().function(), documents),
                environment,
                environment.heavyQueue());
    }

    /** Returns the renderer of documents in the function. */
    public static DocumentRendering documents(Config config, Renderer renderer) {
        return new DocumentRenderer(config.documents().function(), renderer)::render;
    }

    /** Creates the workers of the container, with its own limits of originals and more time. They forward nothing. */
    public static Workers container(Environment environment) {
        Config config = config(environment);
        Renderer renderer = Renderers.best(ConfiguredLimits.container(config));
        DocumentLimits limits = config.documents().container();
        return workers(
                "container",
                config.withLimits(config.pregeneration().container()),
                renderer,
                new Documents(limits, new DocumentRenderer(limits, renderer)::render),
                environment,
                Optional.empty());
    }

    /** Reads the configuration of the function and of the container. */
    public static Config config(Environment environment) {
        return ConfigReader.readAgain(ConfigText.of(environment.config()));
    }

    private static Workers workers(
            String name,
            Config config,
            Renderer renderer,
            Documents documents,
            Environment environment,
            Optional<String> heavyQueue) {
        System.setProperty("http.maxConnections", CONNECTIONS);
        S3Client s3 = S3Clients.builder(environment.region())
                .forcePathStyle(environment.hasEndpoint())
                .build();
        return Workers.of(new WorkerContext(
                name,
                config,
                environment.bucket(),
                bucket -> new S3Store(s3, bucket, ""),
                renderer,
                new SqsQueues(
                        sqs(environment),
                        environment.queue(),
                        heavyQueue,
                        environment.deadLetterQueue(),
                        environment.resultsQueue()),
                environment.distribution().map(AwsWorkers::invalidation).orElse(originals -> {}),
                new S3PartResults(s3, environment.bucket()),
                new DocumentSettings(
                        environment.hasDocuments(),
                        documents.limits(),
                        new S3DocumentStore(s3, environment.bucket()),
                        documents.rendering()),
                environment.maxDeliveries(),
                environment.memoryMegabytes(),
                InstantSource.system(),
                System.out::println));
    }

    private static SqsClient sqs(Environment environment) {
        return SqsClient.builder()
                .region(Region.of(environment.region()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static Invalidation invalidation(String distribution) {
        return new CloudFrontInvalidation(
                CloudFrontClient.builder()
                        .region(Region.AWS_GLOBAL)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                distribution,
                FIRST_WAIT);
    }
}
