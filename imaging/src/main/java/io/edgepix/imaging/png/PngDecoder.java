package io.edgepix.imaging.png;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;

/** Decodes PNG. An animated PNG is decoded as its default image. */
public final class PngDecoder implements Decoder {
    @Override
    public String name() {
        return "PNG";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "\u0089PNG\r\n\u001A\n");
    }

    @Override
    public PngOriginal open(byte[] bytes) throws IOException {
        return PngOriginal.open(bytes);
    }

    @Override
    public PngOriginal openPart(byte[] bytes, Limits limits) throws IOException {
        return PngOriginal.open(PngEnd.of(bytes, limits));
    }
}
