package io.edgepix.imaging.pipeline;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.png.PngOriginal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports that only the first frame of an animation is rendered, if the derivative could be animated. */
final class FrameNotices {
    private final Limits limits;

    FrameNotices(Limits limits) {
        this.limits = limits;
    }

    void note(Original original, List<RenderRequest> requests, Consumer<Notice> notices) throws IOException {
        boolean animatable = requests.stream().anyMatch(request -> Animation.isIn(request.format()));
        boolean png = requests.stream().anyMatch(request -> request.format() == Format.PNG);
        if (original instanceof PngOriginal animated && (animatable || png) && animated.frames() > 1) {
            notices.accept(Notice.leftOut(
                    "rendered only the default image of an animated PNG with " + animated.frames() + " frames"));
        }
        Optional<Animation> animation = animatable ? original.animation() : Optional.empty();
        if (animation.isPresent()) {
            note(animation.get(), notices);
        }
    }

    private void note(Animation animation, Consumer<Notice> notices) {
        if (animation.frames() > 1) {
            Header canvas = animation.canvas();
            String over = animation.isOver(limits) ? ", which are over the limits" : "";
            notices.accept(Notice.leftOut("rendered only the first of " + animation.frames() + " frames of "
                    + canvas.width() + "x" + canvas.height() + over));
        } else {
            animation.notice().ifPresent(notices);
        }
    }
}
