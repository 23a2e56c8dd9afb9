package io.edgepix.regional;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.ConfigText;
import io.edgepix.derivation.ConfiguredLimits;
import io.edgepix.derivation.DerivationLog;
import io.edgepix.derivation.answer.Answer;
import io.edgepix.derivation.answer.AnswerRequest;
import io.edgepix.derivation.snapshot.NativeLibraries;
import io.edgepix.derivation.snapshot.ServicePriming;
import io.edgepix.derivation.snapshot.SnapStart;
import io.edgepix.derivation.store.S3Clients;
import io.edgepix.derivation.store.S3Store;
import io.edgepix.derivation.store.Store;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.Renderers;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The answers of a process that may start from a snapshot. Such a process keeps the renderer, and gets a new client of
 * S3, since connections and credentials of the snapshot are no longer valid.
 */
final class SnapshotAnswers {
    /** Java then has compiled the code that runs most often. */
    private static final int ROUNDS = 5;

    private final Environment environment;
    private final Config config;
    private final Renderer renderer;
    private final AtomicReference<Store> store;
    private final DerivationLog log = new DerivationLog(System.out::println);
    private final RegionalAnswers answers;
    private final SnapStart hooks = new SnapStart(this::prime, this::renew, System.out::println);

    private SnapshotAnswers(Environment environment, Config config, Limits limits) {
        this.environment = environment;
        this.config = config;
        this.renderer = Renderers.best(limits);
        this.store = new AtomicReference<>(newStore(environment));
        this.answers = new RegionalAnswers(environment, config, renderer, store::get, log, InstantSource.system());
    }

    /** Creates the answers from environment variables, and registers the hooks of SnapStart. */
    static SnapshotAnswers of(Map<String, String> variables) {
        NativeLibraries.find(variables);
        Environment environment = Environment.read(variables);
        Config config = ConfigReader.readAgain(ConfigText.of(environment.config()));
        SnapshotAnswers created = environment.role() == Environment.Role.BIG
                ? new SnapshotAnswers(environment, config.withLimits(config.big()), ConfiguredLimits.big(config))
                : new SnapshotAnswers(environment, config, ConfiguredLimits.of(config));
        created.hooks.register();
        return created;
    }

    private static Store newStore(Environment environment) {
        return new S3Store(
                S3Clients.builder(environment.region())
                        .forcePathStyle(environment.hasEndpoint())
                        .build(),
                environment.bucket(),
                "");
    }

    Answer of(AnswerRequest request) {
        try {
            return answers.of(request);
        } catch (RuntimeException e) {
            log.failed(DerivationLog.Kind.RENDER_FAILED, request.path(), e);
            return answers.failure(request);
        } catch (LinkageError e) {
            // After this error Lambda's runtime ends the process. Later requests would fail in it too.
            throw new InternalError(e);
        }
    }

    private void prime() throws IOException, UnrenderableException {
        new AnswerPriming(config, renderer, System.out::println).run(ROUNDS);
        new ServicePriming(System.out::println)
                .askS3(environment.region(), environment.bucket(), environment.hasEndpoint());
    }

    private void renew() {
        store.set(newStore(environment));
    }
}
