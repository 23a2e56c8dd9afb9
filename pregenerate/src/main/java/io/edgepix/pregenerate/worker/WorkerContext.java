package io.edgepix.pregenerate.worker;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.store.Store;
import io.edgepix.imaging.Renderer;
import io.edgepix.pregenerate.document.DocumentSettings;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The environment of a worker.
 *
 * @param name {@code function} or {@code container}
 * @param config its limits of originals are those of this process
 * @param bucket the bucket of the originals
 * @param stores opens a bucket by its name
 * @param documents the settings of documents in this process
 * @param maxDeliveries the number of deliveries after which a message is given up
 * @param memoryMegabytes the memory of the function; 0 in a container
 * @param lines receives the lines of the log
 */
public record WorkerContext(
        String name,
        Config config,
        String bucket,
        Function<String, Store> stores,
        Renderer renderer,
        Queues queues,
        Invalidation invalidation,
        PartResults results,
        DocumentSettings documents,
        int maxDeliveries,
        int memoryMegabytes,
        InstantSource clock,
        Consumer<String> lines) {}
