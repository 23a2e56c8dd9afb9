package io.edgepix.viewerrequest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must come of a wish, worked out from what the README says and by none of the code under test. */
final class Oracle {
    private static final int MAX_PIXELS = 1 << 24;
    private static final int MAX_KEY_BYTES = 1024;
    private static final String KEPT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!$&'():@=/";
    private static final List<String> TRANSPARENT =
            List.of("png", "webp", "avif", "svg", "svgz", "tif", "tiff", "psd", "bmp", "ico");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What the client says of itself beside its Accept and User-Agent; each null or right. */
    record Hints(@Nullable Integer thousandths, @Nullable Integer width, boolean saves) {
        static final Hints NONE = new Hints(null, null, false);
    }

    private final Settings settings;

    Oracle(Settings settings) {
        this.settings = settings;
    }

    /** The path; null where there must be a 400. */
    @Nullable
    String path(Wish wish, String key, Client client, Hints hints) {
        String format = format(wish, key, client);
        Box box = box(wish, hints);
        if (box == null || isLeftOut(format)) {
            return null;
        }
        String fit = Objects.requireNonNullElse(wish.fit(), settings.defaultFit());
        if (!box.isFree() && fit.equals("pad") && (long) box.width() * box.height() > MAX_PIXELS) {
            return null;
        }
        StringBuilder prefix = new StringBuilder(box.toString());
        if (!box.isFree()) {
            prefix.append(fit.equals(settings.defaultFit()) ? "" : "-" + fit);
            Wish.Point point =
                    fit.equals("cover") && wish.point() != null ? wish.point().snapped() : Wish.Point.MIDDLE;
            prefix.append(point.equals(Wish.Point.MIDDLE) ? "" : "-fp" + point.x() + "x" + point.y());
        }
        int quality = quality(wish, format, hints);
        prefix.append(quality == 0 ? "" : "-q" + quality)
                .append('/')
                .append(format)
                .append('/');
        int bytes = prefix.length() + key.getBytes(StandardCharsets.UTF_8).length;
        return bytes > MAX_KEY_BYTES ? null : "/" + prefix + encoded(key);
    }

    /** AVIF that is not offered is as if no format were asked for. */
    boolean isLeftOut(String format) {
        return format.equals("avif") && !settings.avif();
    }

    String format(Wish wish, String key, Client client) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String extension = name.substring(name.contains(".") ? name.lastIndexOf('.') + 1 : name.length())
                .toLowerCase(Locale.ROOT);
        if (wish.format() != null && !isLeftOut(wish.format())) {
            return wish.format();
        }
        if (settings.avif() && client.avif() && !extension.equals("gif") && !extension.equals("webp")) {
            return "avif";
        }
        if (client.webp() || (client.app() && !extension.equals("gif"))) {
            return "webp";
        }
        return extension.equals("gif") ? "gif" : TRANSPARENT.contains(extension) ? "png" : "jpeg";
    }

    private int quality(Wish wish, String format, Hints hints) {
        int ours = settings.quality(format);
        if (ours == 0) {
            return 0;
        }
        boolean saves = wish.quality() == 0 && hints.saves() && settings.saveData() < ours;
        int asked = saves ? settings.saveData() : wish.quality();
        int step = (asked + 4) / 5 * 5;
        return asked == ours || step == ours ? 0 : step;
    }

    private @Nullable Box box(Wish wish, Hints hints) {
        if (wish.asked() == null && hints.width() != null) {
            return policy(new Box(hints.width(), 0));
        }
        Box asked = wish.asked() == null ? new Box(settings.autoWidth(), 0) : wish.asked();
        if (wish.thousandths() > 0 || hints.thousandths() == null || !settings.hearsDpr() || hints.saves()) {
            return policy(times(asked, wish.thousandths() == 0 ? 1000 : wish.thousandths()));
        }
        Box hinted = policy(times(asked, hints.thousandths()));
        return hinted == null || (long) hinted.width() * hinted.height() > MAX_PIXELS ? policy(asked) : hinted;
    }

    private static Box times(Box box, int thousandths) {
        return new Box(times(box.width(), thousandths), times(box.height(), thousandths));
    }

    private static int times(int side, int thousandths) {
        return side == 0 ? 0 : Math.max(1, (2 * side * thousandths + 1000) / 2000);
    }

    private @Nullable Box policy(Box box) {
        if (settings.exact().contains(box)) {
            return box;
        }
        List<Integer> ladder = settings.ladder();
        if (ladder != null) {
            return new Box(rung(ladder, box.width()), rung(ladder, box.height()));
        }
        if (settings.open() > 0) {
            return Math.max(box.width(), box.height()) <= settings.open() ? box : null;
        }
        return settings.exact().stream()
                .filter(size -> isNear(size.width(), box.width()) && isNear(size.height(), box.height()))
                .min(Comparator.comparingInt(
                        size -> Math.abs(size.width() - box.width()) + Math.abs(size.height() - box.height())))
                .orElse(null);
    }

    private boolean isNear(int size, int side) {
        return Math.abs(size - side) * 100 <= size * settings.variance();
    }

    private int rung(List<Integer> ladder, int side) {
        return side == 0
                ? 0
                : ladder.stream()
                        .filter(rung -> side * 100L <= rung * (100L + settings.variance()))
                        .findFirst()
                        .orElse(ladder.getLast());
    }

    /** Percent-encoded in the one canonical form. */
    static String encoded(String key) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
            if (KEPT.indexOf(one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.toHexDigits(one));
            }
        }
        return encoded.toString();
    }
}
