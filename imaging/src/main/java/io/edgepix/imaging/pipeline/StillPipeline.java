package io.edgepix.imaging.pipeline;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.codec.Tail;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.picture.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an open original once, with the detail that the largest derivative needs, and renders all derivatives from
 * it.
 */
public final class StillPipeline {
    /** A decoded original, which is released at the last derivative. It needs far more memory than the picture. */
    private final class LastingDecoded implements Decoded {
        private final Opened opened;
        private @Nullable Decoded decoded;
        private int left;

        LastingDecoded(Opened opened, Decoded decoded, int derivatives) {
            this.opened = opened;
            this.decoded = decoded;
            this.left = derivatives;
        }

        @Override
        public Picture shrink(Header header, Crop frame) throws UnrenderableException {
            checkDrawing(header, frame);
            Decoded lasting = Objects.requireNonNull(decoded);
            left--;
            if (left == 0) {
                decoded = null;
            }
            return Reading.of(opened.decoder(), () -> lasting.shrink(header, frame));
        }

        @Override
        public List<Notice> notices() {
            return Objects.requireNonNull(decoded).notices();
        }

        private void checkDrawing(Header header, Crop frame) throws UnrenderableException {
            if (header.vector() != null && (long) frame.width() * frame.height() > limits.maxPixels()) {
                throw new UnrenderableException(
                        Reason.TOO_LARGE,
                        "The drawing would have " + frame.width() + "x" + frame.height() + " pixels; at most "
                                + limits.maxPixels() + " are drawn.");
            }
        }
    }

    private final Limits limits;
    private final Tail tail;
    private final FrameNotices frames;

    /** Creates a pipeline that writes the formats of the given encoders. */
    public StillPipeline(Limits limits, Map<Format, Encoder> encoders) {
        this.limits = limits;
        this.tail = new Tail(encoders);
        this.frames = new FrameNotices(limits);
    }

    /**
     * Renders derivatives, in the order of the requests.
     *
     * @throws UnrenderableException if the original is damaged, or a drawing would be too large
     * @throws RanOutException if the heap is too small
     */
    public List<byte[]> derivatives(Opened opened, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        Decoder decoder = opened.decoder();
        if (opened.fault().isEmpty()) {
            Reading.of(decoder, () -> {
                frames.note(opened.original(), requests, notices);
                return opened;
            });
        }
        LastingDecoded decoded =
                new LastingDecoded(opened, Reading.of(decoder, () -> decode(opened, requests)), requests.size());
        decoded.notices().forEach(notices);
        List<byte[]> derivatives = new ArrayList<>();
        for (RenderRequest request : requests) {
            derivatives.add(derivative(decoded, opened.header(), request));
        }
        return derivatives;
    }

    private static Decoded decode(Opened opened, List<RenderRequest> requests)
            throws IOException, UnrenderableException {
        Detail detail = new Detail(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (RenderRequest request : requests) {
            double shrink = Crop.of(opened.header(), request).shrink();
            detail = detail.and(Detail.of(shrink, request.format(), request.quality()));
        }
        Decoded decoded = opened.original().decode(detail);
        decoded.check(opened.header());
        return decoded;
    }

    /** Renders one derivative. Once the original is read, any failure is a fault of edgepix. */
    private byte[] derivative(Decoded decoded, Header header, RenderRequest request) throws UnrenderableException {
        try {
            return tail.derivative(decoded, header, request);
        } catch (RanOutException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (Reading.ranOut(e)) {
                throw new RanOutException(e);
            }
            throw new IllegalStateException("Cannot render a derivative of a picture that was read", e);
        } catch (OutOfMemoryError e) {
            throw new RanOutException(e);
        }
    }
}
