package io.edgepix.derivation.snapshot;

import java.util.Locale;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * The hooks of Lambda's SnapStart: code that runs before the snapshot, and code that runs whenever a process starts from
 * it. Lambda's runtime refers to registered hooks weakly, so the function must keep this object.
 */
public final class SnapStart implements Resource {
    /** Code that may fail. */
    @FunctionalInterface
    public interface Step {
        /** Runs the code. */
        void run() throws Exception;
    }

    private final Step prime;
    private final Runnable renew;
    private final Consumer<String> log;

    /**
     * Creates the hooks.
     *
     * @param prime runs before the snapshot. If it fails, the reason is logged, and the snapshot is taken
     * @param renew replaces everything that is not valid in a process that starts from the snapshot
     */
    public SnapStart(Step prime, Runnable renew, Consumer<String> log) {
        this.prime = prime;
        this.renew = renew;
        this.log = log;
    }

    /** Registers the hooks with Lambda's runtime. On other machines they never run. */
    public void register() {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        long start = System.nanoTime();
        try {
            prime.run();
            log.accept(String.format(Locale.ROOT, "edgepix: primed in %d ms", (System.nanoTime() - start) / 1_000_000));
        } catch (Exception | LinkageError e) {
            log.accept("edgepix: priming failed: " + e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        renew.run();
    }
}
