package io.edgepix.viewerrequest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes the expected decision from the rules in the README, without the code under test. */
final class Oracle {
    private static final int MAX_PIXELS = 1 << 24;
    private static final int MAX_KEY_BYTES = 1024;
    private static final String UNESCAPED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!$&'():@=/";
    private static final List<String> TRANSPARENT =
            List.of("png", "webp", "avif", "svg", "svgz", "tif", "tiff", "psd", "bmp", "ico");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The client hints of a request. Each is null or valid. */
    record Hints(@Nullable Integer thousandths, @Nullable Integer width, boolean saves) {
        static final Hints NONE = new Hints(null, null, false);
    }

    private final ConfigModel config;

    Oracle(ConfigModel config) {
        this.config = config;
    }

    /** Returns the expected path, or null if a 400 is expected. */
    @Nullable
    String path(RequestedDerivative requested, String key, Client client, Hints hints) {
        String format = format(requested, key, client);
        Box box = box(requested, hints);
        if (box == null || isLeftOut(format)) {
            return null;
        }
        String fit = Objects.requireNonNullElse(requested.fit(), config.defaultFit());
        if (!box.isFree() && fit.equals("pad") && (long) box.width() * box.height() > MAX_PIXELS) {
            return null;
        }
        StringBuilder prefix = new StringBuilder(box.toString());
        if (!box.isFree()) {
            prefix.append(fit.equals(config.defaultFit()) ? "" : "-" + fit);
            RequestedDerivative.Point point = fit.equals("cover") && requested.point() != null
                    ? requested.point().snapped()
                    : RequestedDerivative.Point.MIDDLE;
            prefix.append(point.equals(RequestedDerivative.Point.MIDDLE) ? "" : "-fp" + point.x() + "x" + point.y());
        }
        int quality = quality(requested, format, hints);
        prefix.append(quality == 0 ? "" : "-q" + quality)
                .append('/')
                .append(format)
                .append('/');
        int bytes = prefix.length() + key.getBytes(StandardCharsets.UTF_8).length;
        return bytes > MAX_KEY_BYTES ? null : "/" + prefix + encoded(key);
    }

    /** Returns whether a format is ignored because it is not on offer. */
    boolean isLeftOut(String format) {
        return format.equals("avif") && !config.avif();
    }

    String format(RequestedDerivative requested, String key, Client client) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String extension = name.substring(name.contains(".") ? name.lastIndexOf('.') + 1 : name.length())
                .toLowerCase(Locale.ROOT);
        if (requested.format() != null && !isLeftOut(requested.format())) {
            return requested.format();
        }
        if (config.avif() && client.avif() && !extension.equals("gif") && !extension.equals("webp")) {
            return "avif";
        }
        if (client.webp() || (client.app() && !extension.equals("gif"))) {
            return "webp";
        }
        return extension.equals("gif") ? "gif" : TRANSPARENT.contains(extension) ? "png" : "jpeg";
    }

    private int quality(RequestedDerivative requested, String format, Hints hints) {
        int ours = config.quality(format);
        if (ours == 0) {
            return 0;
        }
        boolean saves = requested.quality() == 0 && hints.saves() && config.saveData() < ours;
        int quality = saves ? config.saveData() : requested.quality();
        int step = (quality + 4) / 5 * 5;
        return quality == ours || step == ours ? 0 : step;
    }

    private @Nullable Box box(RequestedDerivative requested, Hints hints) {
        if (requested.box() == null && hints.width() != null) {
            return policy(new Box(hints.width(), 0));
        }
        Box box = requested.box() == null ? new Box(config.autoWidth(), 0) : requested.box();
        if (requested.thousandths() > 0 || hints.thousandths() == null || !config.usesDpr() || hints.saves()) {
            return policy(times(box, requested.thousandths() == 0 ? 1000 : requested.thousandths()));
        }
        Box hinted = policy(times(box, hints.thousandths()));
        return hinted == null || (long) hinted.width() * hinted.height() > MAX_PIXELS ? policy(box) : hinted;
    }

    private static Box times(Box box, int thousandths) {
        return new Box(times(box.width(), thousandths), times(box.height(), thousandths));
    }

    private static int times(int side, int thousandths) {
        return side == 0 ? 0 : Math.max(1, (2 * side * thousandths + 1000) / 2000);
    }

    private @Nullable Box policy(Box box) {
        if (config.exact().contains(box)) {
            return box;
        }
        List<Integer> ladder = config.ladder();
        if (ladder != null) {
            return new Box(rung(ladder, box.width()), rung(ladder, box.height()));
        }
        if (config.open() > 0) {
            return Math.max(box.width(), box.height()) <= config.open() ? box : null;
        }
        return config.exact().stream()
                .filter(size -> isNear(size.width(), box.width()) && isNear(size.height(), box.height()))
                .min(Comparator.comparingInt(
                        size -> Math.abs(size.width() - box.width()) + Math.abs(size.height() - box.height())))
                .orElse(null);
    }

    private boolean isNear(int size, int side) {
        return Math.abs(size - side) * 100 <= size * config.variance();
    }

    private int rung(List<Integer> ladder, int side) {
        return side == 0
                ? 0
                : ladder.stream()
                        .filter(rung -> side * 100L <= rung * (100L + config.variance()))
                        .findFirst()
                        .orElse(ladder.getLast());
    }

    /** Percent-encodes a key in its canonical form. */
    static String encoded(String key) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
            if (UNESCAPED.indexOf(one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.toHexDigits(one));
            }
        }
        return encoded.toString();
    }
}
