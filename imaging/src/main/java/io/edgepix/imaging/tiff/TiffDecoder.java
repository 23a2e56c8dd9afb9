package io.edgepix.imaging.tiff;

import io.edgepix.imaging.bytes.Bytes;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.exif.TiffDirectory;
import io.edgepix.imaging.jpeg.JpegHeader;
import io.edgepix.imaging.jpeg.JpegProcess;
import io.edgepix.imaging.model.Limits;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** Decodes the first page of a TIFF or BigTIFF. */
public final class TiffDecoder implements Decoder {
    private static final int COMPRESSION = 259;
    private static final int UNCOMPRESSED = 1;
    private static final int JPEG = 7;

    /**
     * The most pixels of a tile that may be of any size relative to the picture. The picture must fill at least a
     * quarter of a larger tile.
     */
    private static final long LARGE_TILE = 1 << 20;

    /**
     * The supported compressions: none, fax, LZW, old and new JPEG, new and old deflate, word-aligned fax, and
     * PackBits.
     */
    private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32946, 32771, 32773);

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return Bytes.has(bytes, 0, "II*\0") || Bytes.has(bytes, 0, "MM\0*") || TiffOriginal.isBig(bytes);
    }

    @Override
    public Original open(byte[] bytes) throws IOException, UnrenderableException {
        return open(bytes, false);
    }

    @Override
    public Original openPart(byte[] bytes, Limits limits) throws IOException, UnrenderableException {
        return open(bytes, true);
    }

    private static TiffOriginal open(byte[] bytes, boolean part) throws IOException, UnrenderableException {
        TiffDirectory directory =
                TiffDirectory.of(bytes).orElseThrow(() -> new IOException("Expected a directory, got none"));
        checkCompression(directory);
        TiffLayout layout = new TiffLayout(directory);
        if (layout.isPlain()) {
            layout.check();
        } else {
            layout.checkOther();
            checkJpeg(bytes, layout);
        }
        checkTiles(layout);
        return new TiffOriginal(bytes, directory, layout, part);
    }

    private static void checkCompression(TiffDirectory directory) throws UnrenderableException {
        int compression = directory.number(COMPRESSION).orElse(UNCOMPRESSED);
        if (compression > 0 && !COMPRESSIONS.contains(compression)) {
            throw UnrenderableException.unsupported("TIFF with compression " + compression);
        }
    }

    /** Throws if an embedded JPEG is of an unsupported kind. Damage is left to its decoder. */
    private static void checkJpeg(byte[] bytes, TiffLayout layout) throws UnrenderableException {
        long[] starts = layout.starts();
        if (layout.compression != JPEG || starts.length == 0 || starts[0] < 0 || starts[0] >= bytes.length) {
            return;
        }
        try {
            JpegHeader jpeg = JpegHeader.read(Arrays.copyOfRange(bytes, (int) starts[0], bytes.length));
            JpegProcess.check(jpeg);
            if (!jpeg.isLossless() && jpeg.depth() != Byte.SIZE) {
                throw UnrenderableException.unsupported(jpeg.depth() + "-bit JPEG in TIFF");
            }
        } catch (IOException e) {
            // The JPEG may need tables from elsewhere in the file.
        }
    }

    /**
     * Throws if a tile is much larger than the picture. A tile is decoded as a whole, even if the picture needs only a
     * small part of it.
     */
    private static void checkTiles(TiffLayout layout) throws IOException {
        long tile = (long) layout.partWidth * layout.partHeight;
        long most = Math.max(LARGE_TILE, 4L * layout.width * layout.height);
        if (layout.tiled && tile > most) {
            throw new IOException("Expected tiles of at most " + most + " pixels, got " + tile);
        }
    }
}
