package io.edgepix.bench.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import javax.imageio.ImageIO;

/**
 * Pictures with such fine detail that an inaccurate reduction turns it into moire. Their rows are about decibels, not
 * time.
 */
final class FineTextures {
    /** Reductions to 1 / 5.3 and 1 / 8.4, which reveal a decoding at a quarter and an eighth. */
    static final List<String> BOXES = List.of("151x151", "95x95");

    private static final String NAME = "texture-";
    private static final int SIDE = 800;
    private static final double HALFTONE = Math.PI / 3.1;

    private FineTextures() {}

    static boolean isOne(CaseOriginal original) {
        return original.name().startsWith(NAME);
    }

    static List<CaseOriginal> originals(SharpRunner sharp) throws IOException {
        Map<String, DoubleBinaryOperator> levels = new TreeMap<>();
        levels.put("zone-plate", FineTextures::zonePlate);
        levels.put("lines", FineTextures::lines);
        levels.put("dots", FineTextures::dots);
        levels.put("weave", FineTextures::weave);
        List<CaseOriginal> originals = new ArrayList<>();
        for (Map.Entry<String, DoubleBinaryOperator> each : levels.entrySet()) {
            originals.add(sharp.original(NAME + each.getKey() + ".jpg", jpeg(each.getValue())));
        }
        return originals;
    }

    private static byte[] jpeg(DoubleBinaryOperator level) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int grey = Math.clamp(Math.round(level.applyAsDouble(x, y)), 0, 255);
                image.setRGB(x, y, grey * 0x010101);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /**
     * Returns the value of rings. Their frequency grows from zero in the middle to the highest possible one at the
     * sides.
     */
    private static double zonePlate(double x, double y) {
        double far = Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0);
        return 127.5 + 127.5 * Math.cos(Math.PI * far * far / SIDE);
    }

    /** Returns the value of lines as in an engraving, about five pixels apart. */
    private static double lines(double x, double y) {
        double phase = y / 5.2 + 2 * Math.sin(x / 90) + 0.3 * Math.sin((x + y) / 40);
        return 150 + 200 * Math.cos(2 * Math.PI * phase) * (0.4 + 0.3 * Math.sin(x / 130));
    }

    /** Returns the value of a rotated halftone screen. */
    private static double dots(double x, double y) {
        double dot = Math.cos((0.94 * x + 0.34 * y) * HALFTONE) * Math.cos((0.94 * y - 0.34 * x) * HALFTONE);
        return 128 + 160 * dot + 100 * Math.sin(x / 70) * Math.cos(y / 55);
    }

    /** Returns the value of two woven yarns. */
    private static double weave(double x, double y) {
        double column = Math.floor(x / 3.5);
        double row = Math.floor(y / 3.5);
        boolean over = (column + row) % 2 == 0;
        double round = Math.sin(Math.PI * (over ? x / 3.5 - column : y / 3.5 - row));
        return (over ? 0.9 : 0.7) * (60 + 150 * round) * (0.75 + 0.25 * Math.sin(x / 60 + y / 35));
    }
}
