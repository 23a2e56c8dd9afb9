package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;

/** Refuses a file that is too long, before anything is read. */
public final class CheckBytes implements Step {
    @Override
    public void run(Work work) throws UnrenderableException {
        if (work.original().length > work.limits.maxBytes()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + work.original().length + " bytes; at most " + work.limits.maxBytes()
                            + " are accepted.");
        }
    }
}
