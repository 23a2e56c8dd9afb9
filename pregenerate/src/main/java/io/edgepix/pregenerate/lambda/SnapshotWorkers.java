package io.edgepix.pregenerate.lambda;

import io.edgepix.configuration.Config;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.snapshot.NativeLibraries;
import io.edgepix.derivation.snapshot.SnapStart;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.pregenerate.aws.AwsWorkers;
import io.edgepix.pregenerate.aws.Environment;
import io.edgepix.pregenerate.document.DocumentRendering;
import io.edgepix.pregenerate.worker.Workers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The workers of the function. A process that starts from a snapshot keeps the renderers, and gets new clients of AWS,
 * since connections and credentials of the snapshot are no longer valid.
 */
final class SnapshotWorkers implements Supplier<Workers> {
    /** Java then has compiled the code that runs most often. docs/pregenerate.md has the figures. */
    private static final int ROUNDS = 5;

    private final Environment environment;
    private final Config config;
    private final Renderer renderer;
    private final DocumentRendering documents;
    private final AtomicReference<Workers> current;
    private final SnapStart hooks = new SnapStart(this::prime, this::renew, System.out::println);

    private SnapshotWorkers(Environment environment) {
        this.environment = environment;
        this.config = AwsWorkers.config(environment);
        this.renderer = Renderers.best(ConfiguredLimits.of(config));
        this.documents = AwsWorkers.documents(config, renderer);
        this.current = new AtomicReference<>(AwsWorkers.function(environment, config, renderer, documents));
    }

    /** Creates the workers from environment variables. */
    static SnapshotWorkers of(Map<String, String> variables) {
        NativeLibraries.find(variables);
        SnapshotWorkers workers = new SnapshotWorkers(Environment.read(variables));
        workers.hooks.register();
        return workers;
    }

    @Override
    public Workers get() {
        return current.get();
    }

    private void prime() throws IOException, UnrenderableException {
        Optional<DocumentRendering> primed = Optional.of(documents).filter(_ -> environment.hasDocuments());
        new WorkerPriming(config, renderer, primed, System.out::println).run(ROUNDS);
        new ClientPriming(environment, System.out::println).run();
    }

    private void renew() {
        current.set(AwsWorkers.function(environment, config, renderer, documents));
    }
}
