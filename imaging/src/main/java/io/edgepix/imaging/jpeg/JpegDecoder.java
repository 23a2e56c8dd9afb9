package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes JPEGs. Those with arithmetic coding need a {@link JpegRecoder}. */
public final class JpegDecoder implements Decoder {
    private final @Nullable JpegRecoder recoder;

    /** Creates a decoder that refuses arithmetic coding. */
    public JpegDecoder() {
        this.recoder = null;
    }

    /** Creates a decoder that also reads arithmetic coding. */
    public JpegDecoder(JpegRecoder recoder) {
        this.recoder = recoder;
    }

    @Override
    public String name() {
        return "JPEG";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return JpegRepair.recognises(bytes);
    }

    @Override
    public JpegOriginal open(byte[] bytes) throws IOException, UnrenderableException {
        return open(bytes, false);
    }

    @Override
    public JpegOriginal openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        return open(bytes, true);
    }

    private JpegOriginal open(byte[] bytes, boolean part) throws IOException, UnrenderableException {
        JpegOriginal original = JpegOriginal.open(bytes, part, recoder);
        if (recoder == null || !JpegProcess.isArithmetic(original.jpeg())) {
            JpegProcess.check(original.jpeg());
        }
        return original;
    }
}
