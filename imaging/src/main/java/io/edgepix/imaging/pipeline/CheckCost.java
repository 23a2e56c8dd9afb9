package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** Refuses what would take too long to decode, by what its header states. */
public final class CheckCost implements Step {
    /** How often a damaged original is decoded in all, with the attempts before this one. */
    private final int attempts;

    public CheckCost(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public void run(Work work) throws IOException, UnrenderableException {
        long nanos = work.decoder().nanos(work.original(), work.header());
        Cost.check(work.original().length, nanos);
        if (attempts * nanos > Cost.most(work.original().length)) {
            throw new IOException("Too costly to be decoded " + attempts + " times");
        }
    }
}
