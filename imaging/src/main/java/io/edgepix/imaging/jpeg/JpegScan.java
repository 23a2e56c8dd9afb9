package io.edgepix.imaging.jpeg;

import java.io.IOException;

/** A scan of a JPEG: a pass over the blocks of one component, or over interleaved blocks of several components. */
final class JpegScan {
    private final byte[] jpeg;
    private final int end;
    private final JpegFrame frame;
    private final JpegComponent[] components;

    private JpegScan(byte[] jpeg, int start, int end, JpegFrame frame) throws IOException {
        this.jpeg = jpeg;
        this.end = end;
        this.frame = frame;
        int count = start + 4 < end ? jpeg[start + 4] & 0xFF : 0;
        if (count < 1 || count > frame.components().length || end - start != 8 + 2 * count) {
            throw new IOException("Scan header with " + count + " components at offset " + start);
        }
        this.components = new JpegComponent[count];
    }

    /** Reads the scan header at an offset. */
    static JpegScan of(byte[] jpeg, int start, JpegFrame frame, JpegTables tables) throws IOException {
        JpegScan scan = new JpegScan(jpeg, start, JpegHeader.segmentEnd(jpeg, start), frame);
        for (int i = 0; i < scan.components.length; i++) {
            JpegComponent component = frame.component(jpeg[start + 5 + 2 * i] & 0xFF);
            int codes = jpeg[start + 6 + 2 * i] & 0xFF;
            component.begin(tables, codes);
            scan.components[i] = component;
        }
        return scan;
    }

    /** Returns the position of its first coefficient, in zigzag order. */
    int first() {
        return jpeg[end - 3] & 0xFF;
    }

    /** Returns the position of its last coefficient, in zigzag order. */
    int last() {
        return jpeg[end - 2] & 0xFF;
    }

    /**
     * Returns the number of low bits that an earlier scan left out; 0 if this is the first scan of its coefficients
     * (Ah).
     */
    int left() {
        return jpeg[end - 1] >> 4 & 0xF;
    }

    /** Returns the number of low bits that this scan leaves out (Al). */
    int low() {
        return jpeg[end - 1] & 0xF;
    }

    /** Returns the number of components. Several components are interleaved. */
    int components() {
        return components.length;
    }

    /**
     * Reads its blocks, and returns the offset of the marker after it.
     *
     * @param restart the restart interval in MCUs; 0 if there are no restart markers
     */
    int read(JpegBitReader in, JpegBlockDecoder coder, int restart) throws IOException {
        boolean alone = components.length == 1;
        int across = alone ? components[0].blocksAcross() : frame.sampling().unitsAcross();
        int down = alone ? components[0].blocksDown() : frame.sampling().unitsDown();
        int marker = in.open(end);
        int units = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++, units++) {
                if (restart > 0 && units > 0 && units % restart == 0) {
                    marker = restart(in, coder, marker, units / restart - 1);
                }
                if (alone) {
                    coder.block(in, components[0], x, y);
                } else {
                    unit(in, coder, x, y);
                }
            }
        }
        return marker;
    }

    private void unit(JpegBitReader in, JpegBlockDecoder coder, int x, int y) throws IOException {
        for (JpegComponent component : components) {
            int left = x * component.across();
            int top = y * component.down();
            for (int row = top; row < top + component.down(); row++) {
                for (int column = left; column < left + component.across(); column++) {
                    coder.block(in, component, column, row);
                }
            }
        }
    }

    private int restart(JpegBitReader in, JpegBlockDecoder coder, int marker, int number) throws IOException {
        JpegMarker.checkRestart(jpeg, marker, number);
        for (JpegComponent component : components) {
            component.restart();
        }
        coder.restart();
        return in.open(marker + 2);
    }
}
