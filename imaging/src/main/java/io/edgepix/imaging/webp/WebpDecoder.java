package io.edgepix.imaging.webp;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes WebP. Pictures that are cut short need a {@link WebpPartReader}. */
public final class WebpDecoder implements Decoder {
    private final @Nullable WebpPartReader part;

    /** Creates a decoder of whole pictures only. */
    public WebpDecoder() {
        this.part = null;
    }

    /** Creates a decoder that also reads pictures that are cut short. */
    public WebpDecoder(WebpPartReader part) {
        this.part = part;
    }

    @Override
    public String name() {
        return "WebP";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "RIFF") && Bytes.has(bytes, 8, "WEBP");
    }

    @Override
    public WebpOriginal open(byte[] bytes) throws IOException {
        return WebpOriginal.open(bytes, null);
    }

    @Override
    public Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        return part == null ? Decoder.super.openPart(bytes, limits) : WebpOriginal.open(bytes, part);
    }
}
