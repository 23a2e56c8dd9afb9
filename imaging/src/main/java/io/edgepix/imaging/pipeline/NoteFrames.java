package io.edgepix.imaging.pipeline;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.animation.Animations;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.png.PngDecoder;
import java.io.IOException;

/** Notes that only the first frame of an animation is served, if the derivative could be animated. */
public final class NoteFrames implements Step {
    @Override
    public void run(Work work) throws IOException {
        notePng(work);
        if (work.requests.stream().noneMatch(request -> Animation.isIn(request.format()))) {
            return;
        }
        Animation animation = Animations.of(work.original());
        if (animation == null) {
            return;
        }
        if (animation.frames() > 1) {
            Header canvas = animation.canvas();
            work.notices.accept("the first of " + animation.frames() + " frames of " + canvas.width() + "x"
                    + canvas.height() + (animation.isOver(work.limits) ? ", which are over the limits" : ""));
        } else if (animation.notice() != null) {
            work.notices.accept(animation.notice());
        }
    }

    private static void notePng(Work work) throws IOException {
        boolean couldMove = work.requests.stream()
                .anyMatch(request -> request.format() == Format.PNG || Animation.isIn(request.format()));
        if (couldMove && work.decoder() instanceof PngDecoder && PngDecoder.frames(work.original()) > 1) {
            work.notices.accept(
                    "the default image of an animated PNG of " + PngDecoder.frames(work.original()) + " frames");
        }
    }
}
