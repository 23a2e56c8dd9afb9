package io.edgepix.imaging.jpeg;

import io.edgepix.imaging.model.Detail;
import java.io.IOException;
import java.util.Arrays;

/** Decodes the scans of a baseline or progressive JPEG into a plane of samples for each component. */
final class JpegScanDecoder {
    /** The fewest bytes of scan data that show anything. */
    private static final int FEW_BYTES = 16;

    private static final byte GREY = (byte) 128;

    private final byte[] jpeg;
    private final JpegFrame frame;
    private final int kept;
    private final JpegTables tables = new JpegTables();
    private final JpegBitReader bits;
    private final JpegSequentialScan blocks = new JpegSequentialScan();

    private JpegScanDecoder(byte[] jpeg, JpegFrame frame, int kept) {
        this.jpeg = jpeg;
        this.frame = frame;
        this.kept = kept;
        this.bits = new JpegBitReader(jpeg);
    }

    /** Decodes a whole JPEG as finely as the derivative needs. */
    static JpegFrame decode(byte[] jpeg, JpegHeader header, Detail detail) throws IOException {
        int kept = JpegDcOnly.suffice(header, detail.shrink()) ? 1 : header.isProgressive() ? JpegBlock.SIZE : 0;
        JpegFrame frame = JpegFrame.of(header, detail, kept);
        JpegScanDecoder planes = new JpegScanDecoder(jpeg, frame, kept);
        planes.segments(2);
        planes.finish();
        return frame;
    }

    /**
     * Decodes a damaged JPEG as far as possible. Missing samples are grey.
     *
     * @throws IOException if there is almost no scan data
     */
    static JpegFrame decodePart(byte[] jpeg, JpegHeader header, Detail detail) throws IOException {
        int kept = header.isProgressive() ? JpegBlock.SIZE : 0;
        JpegFrame frame = JpegFrame.of(header, detail, kept);
        JpegScanDecoder planes = new JpegScanDecoder(jpeg, frame, kept);
        for (JpegComponent component : frame.components()) {
            Arrays.fill(component.plane(), GREY);
        }
        try {
            planes.segments(2);
        } catch (IOException | IndexOutOfBoundsException e) {
            planes.checkAny();
        }
        for (JpegComponent component : frame.components()) {
            if (component.wasScanned() && kept > 0) {
                planes.blocks.finish(component);
            }
        }
        return frame;
    }

    private void checkAny() throws IOException {
        if (bits.opened() < FEW_BYTES) {
            throw new IOException("Expected at least " + FEW_BYTES + " bytes of scan data, got " + bits.opened());
        }
    }

    private void segments(int from) throws IOException {
        int at = from;
        while (true) {
            int marker = JpegMarker.required(jpeg, at);
            if (marker == JpegMarker.END) {
                break;
            } else if (marker == JpegMarker.FILL) {
                at++;
            } else if (marker == JpegMarker.SCAN) {
                at = scan(at);
            } else {
                int end = JpegHeader.segmentEnd(jpeg, at);
                tables.define(jpeg, at, end);
                at = end;
            }
        }
    }

    private void finish() throws IOException {
        for (JpegComponent component : frame.components()) {
            if (!component.wasScanned()) {
                throw new IOException("Expected a scan of each component");
            }
            if (kept == 1) {
                blocks.finishMeans(component);
            } else if (kept > 1) {
                blocks.finish(component);
            }
        }
    }

    private int scan(int at) throws IOException {
        if (kept == 1 && !JpegDcScans.isOne(jpeg, at)) {
            return JpegDcScans.next(jpeg, at);
        }
        JpegScan scan = JpegScan.of(jpeg, at, frame, tables);
        return scan.read(bits, kept == 0 ? blocks : JpegProgression.coder(scan), tables.restart());
    }
}
