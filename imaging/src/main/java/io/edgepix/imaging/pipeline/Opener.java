package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Cost;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Opens originals: checks the length of a file, unpacks it, finds its decoder, reads its header and checks that against
 * the limits.
 */
public final class Opener {
    /**
     * The most times that a damaged picture is decoded: by native code, by a decoder of whole pictures, and by one of
     * partial pictures.
     */
    private static final int ATTEMPTS = 3;

    private final Limits limits;
    private final Inflate inflate;
    private final Recognise recognise;

    /** Creates an opener that tries decoders in the given order. */
    public Opener(Limits limits, List<Decoder> decoders) {
        this.limits = limits;
        this.inflate = new Inflate(decoders);
        this.recognise = new Recognise(decoders);
    }

    /**
     * Opens a file. If its header is damaged and the limits are lenient, opens the part that can be read.
     *
     * @throws UnrenderableException if the format is not accepted, or the file is damaged or over a limit
     */
    public Opened open(byte[] file) throws UnrenderableException {
        checkLength(file);
        byte[] bytes = inflate.unpacked(file, limits);
        Decoder decoder = recognise.decoder(bytes);
        try {
            Original original = Reading.of(decoder, () -> check(bytes, decoder.open(bytes), 1));
            return new Opened(bytes, decoder, original, Optional.empty());
        } catch (UnrenderableException e) {
            return openPart(bytes, decoder, e);
        }
    }

    /**
     * Reads the header from the start of a file. Empty if that fails, or the file is a drawing. Damage is not reported,
     * since the rest of the file may be missing.
     */
    public Optional<Header> headerOfStart(byte[] start) {
        try {
            Decoder decoder = recognise.decoder(start);
            return decoder.readsDrawings()
                    ? Optional.empty()
                    : Optional.of(Reading.of(decoder, () -> decoder.open(start).header()));
        } catch (UnrenderableException | RanOutException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens the readable part of an original that turned out to be damaged.
     *
     * @throws UnrenderableException the given fault if the limits are not lenient, or nothing can be read
     */
    public Opened openPart(Opened whole, UnrenderableException fault) throws UnrenderableException {
        return openPart(whole.bytes(), whole.decoder(), fault);
    }

    private Opened openPart(byte[] bytes, Decoder decoder, UnrenderableException fault) throws UnrenderableException {
        if (!limits.lenient() || fault.reason() != Reason.BROKEN) {
            throw fault;
        }
        try {
            Original part = Reading.of(decoder, () -> check(bytes, decoder.openPart(bytes, limits), ATTEMPTS));
            return new Opened(bytes, decoder, part, Optional.of(fault));
        } catch (UnrenderableException e) {
            throw e.reason() == Reason.BROKEN ? fault : e;
        }
    }

    private void checkLength(byte[] file) throws UnrenderableException {
        if (file.length > limits.maxBytes()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + file.length + " bytes; at most " + limits.maxBytes() + " are accepted.");
        }
    }

    /** Refuses an original that is too large, or would take too long to decode the given number of times. */
    private Original check(byte[] bytes, Original original, int attempts) throws IOException, UnrenderableException {
        checkPixels(original.header());
        Cost.checkSides(original.header());
        long nanos = original.nanos();
        Cost.check(bytes.length, nanos, limits);
        if (attempts * nanos > Cost.most(bytes.length, limits)) {
            throw new IOException("Expected time for " + attempts + " decodings of " + nanos + " ns, got too little");
        }
        return original;
    }

    private void checkPixels(Header header) throws IOException, UnrenderableException {
        if (header.width() < 1 || header.height() < 1) {
            throw new IOException("Expected sides of at least 1, got " + header.width() + "x" + header.height());
        }
        if ((long) header.width() * header.height() > limits.maxPixels()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + header.width() + "x" + header.height() + " pixels; at most "
                            + limits.maxPixels() + " are accepted.");
        }
    }
}
