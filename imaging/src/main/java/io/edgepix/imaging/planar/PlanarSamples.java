package io.edgepix.imaging.planar;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.colour.Colour;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.foreign.Planes;
import io.edgepix.imaging.model.Chroma;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.picture.SrgbRow;
import io.edgepix.imaging.picture.Turn;
import io.edgepix.imaging.webp.WebpEncoder;
import java.io.IOException;

/**
 * Samples of luma and chroma. For derivatives in WebP and JPEG they are not converted to RGB.
 *
 * @param colour the conversion of its RGB to sRGB
 */
record PlanarSamples(NativeCode code, DecodedPlanes decoded, Colour colour) implements NativeSamples, Decoded {
    private static final int STEPS_DOWN = 2;
    /** The most pixels of a picture for which lossless encoding takes little time. */
    private static final int SMALL = 100_000;

    private static final double LITTLE_MORE = 2;

    /** Tells whether the colours are sRGB already. */
    private boolean isSrgb() {
        return colour.equals(Colour.SRGB) || colour.equals(Colour.GREY);
    }

    @Override
    public byte[] render(RenderRequest request) throws IOException, UnrenderableException {
        Crop frame = Crop.of(decoded.header(), request);
        boolean grey = decoded.planes().isGrey();
        boolean planar = isSrgb() && !pads(frame, request);
        try (NativeMemory memory = code.memory()) {
            int shared = Chroma.shared(request.format(), request.quality());
            if (planar && request.format() == Format.WEBP && (grey || !Chroma.isTiny(frame))) {
                Planes upright = upright(memory, frame, SampleRange.NARROW, shared);
                return code.planes.isVivid(upright)
                        ? vividWebp(memory, picture(frame), webpQuality(request))
                        : code.webp.encode(memory, upright, webpQuality(request));
            }
            if (planar && request.format() == Format.JPEG) {
                Planes upright = upright(memory, frame, SampleRange.FULL, grey ? 0 : shared);
                boolean halved = upright.across() > 1 && !code.planes.isVivid(upright);
                if (request.effort().mozjpeg()) {
                    return code.mozjpeg(picture(frame), request.quality(), halved);
                }
                Planes enough = upright.across() > 1 && !halved ? upright(memory, frame, SampleRange.FULL, 1) : upright;
                return code.jpeg.encode(memory, enough, request.quality());
            }
        }
        return code.tail.derivative(
                this,
                decoded.header(),
                request.format() == Format.WEBP ? request.withQuality(webpQuality(request)) : request);
    }

    /**
     * Encodes a picture with thin saturated lines as WebP. Lossless coding is used if it costs little, because chroma
     * at half the resolution loses colour even with a sharp conversion.
     */
    private byte[] vividWebp(NativeMemory memory, Picture picture, int quality) {
        byte[] samples = picture.samples();
        byte[] lossy = code.webp.encodeSharp(memory, samples, picture.width(), picture.height(), quality);
        if (picture.width() * picture.height() > SMALL) {
            return lossy;
        }
        byte[] lossless = code.webp.encodeLossless(
                memory, samples, picture.bands(), picture.width(), picture.height(), WebpEncoder.LOSSLESS_EFFORT);
        return lossless.length <= lossy.length * LITTLE_MORE ? lossless : lossy;
    }

    private boolean pads(Crop frame, RenderRequest request) {
        return decoded.header().orientation().swapsSides()
                ? request.pads(frame.height(), frame.width())
                : request.pads(frame.width(), frame.height());
    }

    /**
     * Returns the quality for WebP. An original in lossy WebP has already lost the details that the encoder would drop,
     * so at equal quality its derivative is larger than that of a JPEG.
     */
    private int webpQuality(RenderRequest request) {
        return decoded.range() == SampleRange.NARROW ? Math.max(1, request.quality() - STEPS_DOWN) : request.quality();
    }

    private Planes upright(NativeMemory memory, Crop frame, SampleRange wanted, int share) {
        Planes shrunk = code.planes.shrink(memory, decoded, frame, wanted, share);
        return code.planes.turn(memory, shrunk, decoded.header().orientation());
    }

    /** Returns the upright picture in sRGB. */
    private Picture picture(Crop frame) {
        return Turn.of(shrink(decoded.header(), frame), decoded.header().orientation());
    }

    /** Returns the picture in sRGB, in the stored orientation. */
    @Override
    public Picture shrink(Header original, Crop frame) {
        try (NativeMemory memory = code.memory()) {
            Planes shrunk = code.planes.shrink(memory, decoded, frame, SampleRange.FULL, 1);
            byte[] samples = code.jpeg.rgb(memory, shrunk);
            Picture picture = new Picture(shrunk.width(), shrunk.height(), false, samples);
            if (!isSrgb()) {
                convert(picture);
            }
            return picture;
        }
    }

    private void convert(Picture picture) {
        SrgbRow converter = new SrgbRow(picture, 3, colour);
        float[] row = new float[picture.width() * 3];
        for (int y = 0; y < picture.height(); y++) {
            int start = y * row.length;
            for (int i = 0; i < row.length; i++) {
                row[i] = picture.samples()[start + i] & 0xFF;
            }
            converter.write(y, row);
        }
    }
}
