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

/** Brings a file to an open original: checks its length, unpacks, recognises, opens, and checks what the header states. */
public final class Opener {
    /** At most so many decode a picture that is damaged: native code, a decoder of whole pictures, and one of parts. */
    private static final int ATTEMPTS = 3;

    private final Limits limits;
    private final Inflate inflate;
    private final Recognise recognise;

    /** Makes an opener that asks decoders in the given order. */
    public Opener(Limits limits, List<Decoder> decoders) {
        this.limits = limits;
        this.inflate = new Inflate(decoders);
        this.recognise = new Recognise(decoders);
    }

    /** Opens a file; in part if that is allowed and the header is damaged. */
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
     * Opens as much as can be read of an original that turned out to be damaged.
     *
     * @throws UnrenderableException the same fault if only whole pictures are wanted, or nothing can be read
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

    /** Refuses what would not fit in memory, or would take too long to be decoded that many times. */
    private Original check(byte[] bytes, Original original, int attempts) throws IOException, UnrenderableException {
        checkPixels(original.header());
        Cost.checkSides(original.header());
        long nanos = original.nanos();
        Cost.check(bytes.length, nanos);
        if (attempts * nanos > Cost.most(bytes.length)) {
            throw new IOException("Too costly to be decoded " + attempts + " times");
        }
        return original;
    }

    private void checkPixels(Header header) throws IOException, UnrenderableException {
        if (header.width() < 1 || header.height() < 1) {
            throw new IOException("A side is " + Math.min(header.width(), header.height()));
        }
        if ((long) header.width() * header.height() > limits.maxPixels()) {
            throw new UnrenderableException(
                    Reason.TOO_LARGE,
                    "The picture has " + header.width() + "x" + header.height() + " pixels; at most "
                            + limits.maxPixels() + " are accepted.");
        }
    }
}
