package io.edgepix.imaging;

import io.edgepix.imaging.animation.AnimatedOriginal;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NotNativeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Renders animations as animations if the format supports them and the limits allow it. All other originals and
 * requests go to a renderer of stills.
 */
final class AnimatingRenderer implements OriginalRenderer {
    private final Limits limits;
    private final NativeCode code;
    private final OriginalRenderer still;

    AnimatingRenderer(Limits limits, NativeCode code, OriginalRenderer still) {
        this.limits = limits;
        this.code = code;
        this.still = still;
    }

    @Override
    public List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        AtomicReference<@Nullable Notice> left = new AtomicReference<>();
        List<byte[]> derivatives = new SplitRequests(
                        Animation::isIn, animated -> attempt(original, animated, notices, left), still)
                .renderAll(original, requests, notices);
        Notice why = left.get();
        if (why != null) {
            notices.accept(why.after("not animated: "));
        }
        return derivatives;
    }

    /**
     * Returns the derivatives. The result is empty if the original is not an animation, is over the limits of
     * animations, or cannot be rendered as one. Then {@code left} is set to the reason, if there is one to report.
     */
    private Optional<List<byte[]>> attempt(
            Opened original,
            List<RenderRequest> requests,
            Consumer<Notice> notices,
            AtomicReference<@Nullable Notice> left)
            throws UnrenderableException {
        try {
            Optional<Animation> animation =
                    original.original().animation().filter(each -> each.frames() > 1 && !each.isOver(limits));
            if (animation.isPresent()) {
                return Optional.of(render(original, animation.get(), requests, notices));
            }
        } catch (NotNativeException e) {
            e.notice().ifPresent(left::set);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The renderer of stills reports whether the original itself is damaged.
            left.set(Notice.failed("native code failed", e));
        }
        return Optional.empty();
    }

    private List<byte[]> render(
            Opened original, Animation animation, List<RenderRequest> requests, Consumer<Notice> notices)
            throws IOException, NotNativeException, UnrenderableException {
        AnimatedOriginal animated =
                new AnimatedOriginal(code, limits, original.original(), original.bytes().length, animation);
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            derivatives.add(animated.render(request));
        }
        animated.notice().ifPresent(notices);
        return derivatives;
    }
}
