package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Encoder;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.model.Upright;
import io.edgepix.imaging.picture.PostProcessing;
import io.edgepix.imaging.pipeline.CheckBytes;
import io.edgepix.imaging.pipeline.CheckCost;
import io.edgepix.imaging.pipeline.CheckPixels;
import io.edgepix.imaging.pipeline.Decode;
import io.edgepix.imaging.pipeline.Draw;
import io.edgepix.imaging.pipeline.Encode;
import io.edgepix.imaging.pipeline.Inflate;
import io.edgepix.imaging.pipeline.NoteFrames;
import io.edgepix.imaging.pipeline.PutEnd;
import io.edgepix.imaging.pipeline.RanOutException;
import io.edgepix.imaging.pipeline.Recognise;
import io.edgepix.imaging.pipeline.SharedHeap;
import io.edgepix.imaging.pipeline.Shrink;
import io.edgepix.imaging.pipeline.Step;
import io.edgepix.imaging.pipeline.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Renders by ImageIO, TwelveMonkeys and libwebp, on every machine that has a JVM. */
public final class PortableRenderer implements Renderer {
    /** What is wanted of an original. */
    private interface Use<T> {
        T of(Work work) throws IOException, UnrenderableException;
    }

    /** At most so many decode a picture that is damaged: native code, a decoder of whole pictures, and one of parts. */
    private static final int ATTEMPTS = 3;

    private final Map<Format, Encoder> encoders;
    private final List<Step> measuring;
    private final List<Step> measuringPart;
    private final List<Step> reading;
    private final List<Step> readingPart;
    private final List<Step> writing;
    private final Limits limits;
    private final SharedHeap heap = new SharedHeap();

    /** Refuses originals over the limits. */
    public PortableRenderer(Limits limits) {
        this(limits, Formats.DECODERS, Formats.ENCODERS);
    }

    PortableRenderer(Limits limits, List<Decoder> decoders, Map<Format, Encoder> encoders) {
        this.encoders = encoders;
        this.limits = limits;
        this.measuring = List.of(
                new CheckBytes(), new Inflate(decoders), new Recognise(decoders), new CheckPixels(), new CheckCost(1));
        this.measuringPart = List.of(
                new CheckBytes(),
                new Inflate(decoders),
                new Recognise(decoders),
                new PutEnd(),
                new CheckPixels(),
                new CheckCost(ATTEMPTS));
        this.reading = List.of(new NoteFrames(), Decode.whole());
        this.readingPart = List.of(Decode.part());
        this.writing = List.of(
                new Draw(),
                new Shrink(),
                work -> work.picture(
                        PostProcessing.apply(work.picture(), work.header().orientation(), work.request())),
                new Encode(encoders));
    }

    @Override
    public Set<Format> writes() {
        return encoders.keySet();
    }

    @Override
    public Upright measure(byte[] original) throws UnrenderableException {
        Supplier<Work> work = () -> new Work(original, List.of(), limits, notice -> {});
        return use(work, each -> measure(each, measuring), each -> measure(each, measuringPart));
    }

    private static Upright measure(Work work, List<Step> measuring) throws IOException, UnrenderableException {
        run(measuring, work);
        return Upright.of(work.header());
    }

    @Override
    public List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
            throws UnrenderableException {
        check(requests);
        Supplier<Work> work = () -> new Work(original, requests, limits, notices);
        return use(work, each -> render(each, measuring, reading), each -> render(each, measuringPart, readingPart));
    }

    private List<byte[]> render(Work work, List<Step> measuring, List<Step> reading)
            throws IOException, UnrenderableException {
        run(measuring, work);
        run(reading, work);
        List<byte[]> derivatives = new ArrayList<>();
        while (derivatives.size() < work.requests.size()) {
            run(writing, work);
            derivatives.add(work.serve());
        }
        return derivatives;
    }

    /** Of what is cut short or damaged, what can be read; where that is nothing, the word on the whole holds. */
    private <T> T use(Supplier<Work> work, Use<T> whole, Use<T> part) throws UnrenderableException {
        try {
            return use(work, whole);
        } catch (UnrenderableException e) {
            if (!limits.lenient() || e.reason() != Reason.BROKEN) {
                throw e;
            }
            return usePart(work, part, e);
        }
    }

    private <T> T usePart(Supplier<Work> work, Use<T> part, UnrenderableException whole) throws UnrenderableException {
        try {
            return use(work, part);
        } catch (UnrenderableException e) {
            throw e.reason() == Reason.BROKEN ? whole : e;
        }
    }

    private <T> T use(Supplier<Work> work, Use<T> use) throws UnrenderableException {
        try {
            return heap.run(() -> attempt(work.get(), use));
        } catch (RanOutException e) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE, "The picture needs more memory to be rendered than there is.", e);
        }
    }

    private void check(List<RenderRequest> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one request");
        }
        for (RenderRequest request : requests) {
            if (!encoders.containsKey(request.format())) {
                throw new IllegalArgumentException("Cannot write " + request.format());
            }
        }
    }

    private static <T> T attempt(Work work, Use<T> use) throws UnrenderableException {
        try {
            return use.of(work);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (ranOut(e)) {
                throw new RanOutException(e);
            }
            throw broken(work, e);
        } catch (OutOfMemoryError e) {
            throw new RanOutException(e);
        }
    }

    private static void run(List<Step> steps, Work work) throws IOException, UnrenderableException {
        for (Step step : steps) {
            step.run(work);
        }
    }

    /** Some readers wrap what the heap has no room for. */
    private static boolean ranOut(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** Decoders throw whatever bad bytes make of their state; once there is a picture, a fault is ours. */
    private static UnrenderableException broken(Work work, Throwable cause) {
        if (!work.isReading()) {
            throw new IllegalStateException("A picture that was read could not be written", cause);
        }
        return new UnrenderableException(
                Reason.BROKEN,
                "Expected a whole picture in " + work.decoder().name()
                        + ", and its data is damaged, cut short or of an unsupported kind.",
                cause);
    }
}
