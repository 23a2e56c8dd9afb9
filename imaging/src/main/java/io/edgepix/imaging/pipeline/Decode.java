package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.PartDecoder;
import io.edgepix.imaging.codec.VectorDecoder;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Frame;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.sample.Plane;
import io.edgepix.imaging.sample.Rows;
import java.io.IOException;

/**
 * Decodes the original once, in its own colours and at least as finely as the largest derivative needs. A drawing is only
 * prepared.
 */
public final class Decode implements Step {
    /** How a decoder is asked. */
    private interface Decoding {
        Decoded of(Decoder decoder, byte[] original, Detail detail) throws IOException, UnrenderableException;
    }

    private final Decoding decoding;

    private Decode(Decoding decoding) {
        this.decoding = decoding;
    }

    public static Step whole() {
        return new Decode(Decoder::decode);
    }

    /** After {@link PutEnd}, as much as can be read. */
    public static Step part() {
        return new Decode((decoder, original, detail) -> ((PartDecoder) decoder).decodePart(original, detail));
    }

    @Override
    public void run(Work work) throws IOException, UnrenderableException {
        Header header = work.header();
        if (work.decoder() instanceof VectorDecoder decoder) {
            work.drawing(decoder.open(work.original(), work.notices));
            return;
        }
        Detail detail = new Detail(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (RenderRequest request : work.requests) {
            detail = detail.and(Detail.of(Frame.of(header, request).shrink(), request.format(), request.quality()));
        }
        Decoded decoded = decoding.of(work.decoder(), work.original(), detail);
        for (Plane plane : decoded.planes()) {
            check(plane, header);
        }
        work.decoded(decoded);
    }

    private static void check(Plane plane, Header header) throws IOException {
        Rows rows = plane.rows();
        double width = Math.ceil(header.width() / plane.across());
        double height = Math.ceil(header.height() / plane.down());
        if (rows.width() != width || rows.height() != height) {
            throw new IOException("The header says " + header.width() + "x" + header.height() + ", the data "
                    + rows.width() * plane.across() + "x" + rows.height() * plane.down());
        }
    }
}
