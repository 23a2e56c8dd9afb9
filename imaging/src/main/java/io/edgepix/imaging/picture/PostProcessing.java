package io.edgepix.imaging.picture;

import io.edgepix.imaging.model.Orientation;
import io.edgepix.imaging.model.RenderRequest;
import java.util.List;

/** Everything that is done to a picture after it was shrunk and before it is encoded. */
public final class PostProcessing {
    private interface Step {
        Picture apply(Picture picture, Orientation orientation, RenderRequest request);
    }

    private static final List<Step> STEPS = List.of(
            (picture, orientation, request) -> DropOpaqueAlpha.of(picture),
            (picture, orientation, request) -> Turn.of(picture, orientation),
            (picture, orientation, request) -> Flatten.of(picture, request),
            (picture, orientation, request) -> Pad.of(picture, request));

    private PostProcessing() {}

    /** Applies all steps to a picture that is turned as its original is. */
    public static Picture apply(Picture shrunk, Orientation orientation, RenderRequest request) {
        Picture picture = shrunk;
        for (Step step : STEPS) {
            picture = step.apply(picture, orientation, request);
        }
        return picture;
    }
}
