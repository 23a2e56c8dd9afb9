package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.animation.AnimatedOriginal;
import io.edgepix.imaging.animation.Animations;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.Upright;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NotNativeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps animations animated if the format can and the limits allow it, and leaves all else to a renderer of stills. */
final class AnimatingRenderer implements Renderer {
    private final Limits limits;
    private final NativeCode code;
    private final Renderer still;

    AnimatingRenderer(Limits limits, NativeCode code, Renderer still) {
        this.limits = limits;
        this.code = code;
        this.still = still;
    }

    @Override
    public Set<Format> writes() {
        return still.writes();
    }

    @Override
    public Upright measure(byte[] original) throws UnrenderableException {
        return still.measure(original);
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
            throws UnrenderableException {
        AtomicReference<@Nullable String> left = new AtomicReference<>();
        List<byte[]> derivatives = new Shared(
                        Animation::isIn, moving -> attempt(original, moving, notices, left), still)
                .renderAll(original, requests, notices);
        String why = left.get();
        if (why != null) {
            notices.accept("not animated: " + why);
        }
        return derivatives;
    }

    /** Null where it is no animation, or too large or too broken for one. */
    private @Nullable List<byte[]> attempt(
            byte[] original,
            List<RenderRequest> requests,
            Consumer<String> notices,
            AtomicReference<@Nullable String> left) {
        try {
            Animation animation = original.length > limits.maxBytes() ? null : Animations.of(original);
            if (animation != null && animation.frames() > 1 && !animation.isOver(limits)) {
                return render(original, animation, requests, notices);
            }
        } catch (NotNativeException e) {
            left.set(e.getMessage());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            left.set("native code failed: " + e); // the other renderer says what is wrong, or that nothing is
        }
        return null;
    }

    private List<byte[]> render(
            byte[] original, Animation animation, List<RenderRequest> requests, Consumer<String> notices)
            throws IOException, NotNativeException {
        AnimatedOriginal animated = new AnimatedOriginal(code, limits, original, animation);
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            derivatives.add(animated.render(request));
        }
        String notice = animated.notice();
        if (notice != null) {
            notices.accept(notice);
        }
        return derivatives;
    }
}
