package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;

/** One stage of rendering; it returns early where it has nothing to do. */
public interface Step {
    void run(Work work) throws IOException, UnrenderableException;
}
