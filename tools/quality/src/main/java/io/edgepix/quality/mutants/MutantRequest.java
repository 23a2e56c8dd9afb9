package io.edgepix.quality.mutants;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Focus;
import io.edgepix.derivative.Format;
import io.edgepix.quality.worker.RenderJob;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The request for a mutant.
 *
 * @param box as {@code 300x200}, {@code 300x} or {@code x200}
 * @param lenient whether a derivative of the readable part is accepted
 */
record MutantRequest(String box, Fit fit, Focus focus, Format format, boolean lenient) {
    private static final List<Format> FORMATS = List.of(Format.WEBP, Format.JPEG, Format.PNG, Format.GIF);
    private static final List<Fit> FITS = List.of(Fit.values());
    private static final int QUALITY = 80;
    private static final int MAX_SIDE = 700;
    private static final int PERCENT = 100;
    /** One in this number of requests is for AVIF, which takes many times longer to encode than other formats. */
    private static final int SELDOM = 40;

    /** Returns the request for an undamaged picture. */
    static MutantRequest plain() {
        return new MutantRequest("300x300", Fit.CONTAIN, Focus.CENTRE, Format.WEBP, false);
    }

    /** Returns a lenient request that needs most of the detail of a picture. */
    static MutantRequest large() {
        return new MutantRequest("1440x1440", Fit.PAD, Focus.CENTRE, Format.JPEG, true);
    }

    /** Returns a random request, which is lenient half of the time. */
    static MutantRequest any(RandomGenerator random) {
        String box = box(random);
        Format format = random.nextInt(SELDOM) == 0 ? Format.AVIF : FORMATS.get(random.nextInt(FORMATS.size()));
        Fit fit = FITS.get(random.nextInt(FITS.size()));
        Focus focus = fit == Fit.COVER ? focus(random) : Focus.CENTRE;
        return new MutantRequest(box, fit, focus, format, random.nextBoolean());
    }

    private static String box(RandomGenerator random) {
        int width = 1 + random.nextInt(MAX_SIDE);
        int height = 1 + random.nextInt(MAX_SIDE);
        return switch (random.nextInt(4)) {
            case 0 -> width + "x";
            case 1 -> "x" + height;
            default -> width + "x" + height;
        };
    }

    private static Focus focus(RandomGenerator random) {
        return new Focus(random.nextInt(PERCENT + 1), random.nextInt(PERCENT + 1));
    }

    /** Returns the job of the request, in a substitute format if the renderer cannot write the requested one. */
    RenderJob job(String engine, Format instead, boolean writes) {
        return new RenderJob(engine, box, fit, focus, writes ? format : instead, QUALITY, lenient);
    }

    /** Tells whether a derivative may have these dimensions. */
    boolean allows(int width, int height) {
        int x = box.indexOf('x');
        boolean filled = fit == Fit.PAD && x > 0 && x < box.length() - 1;
        return allows(box.substring(0, x), width, filled) && allows(box.substring(x + 1), height, filled);
    }

    /** Checks that a side is at most as long as that of the box. Padding fills a box with two sides. */
    private static boolean allows(String side, int length, boolean filled) {
        if (side.isEmpty()) {
            return length > 0;
        }
        int most = Integer.parseInt(side);
        return length <= most && length >= (filled ? most : 1);
    }

    /** Returns the request as text, to reproduce it. */
    String words() {
        return box + " " + format.token() + " " + fit.token()
                + (fit == Fit.COVER ? " about " + focus.x() + "," + focus.y() + " %" : "")
                + (lenient ? " leniently" : "");
    }
}
