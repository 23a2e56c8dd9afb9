package io.edgepix.imaging.gif;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.Limits;
import java.io.IOException;

/** Decodes the first frame of a GIF. */
public final class GifDecoder implements Decoder {
    @Override
    public String name() {
        return "GIF";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "GIF87a") || Bytes.has(bytes, 0, "GIF89a");
    }

    @Override
    public GifOriginal open(byte[] bytes) throws IOException {
        return GifOriginal.open(bytes, false);
    }

    @Override
    public GifOriginal openPart(byte[] bytes, Limits limits) throws IOException {
        return GifOriginal.open(bytes, true);
    }
}
