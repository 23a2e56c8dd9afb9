package io.edgepix.bench.render;

import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The requested derivatives of one original, rendered in one call if the runner supports that.
 *
 * @param boxes one for each derivative
 * @param quality 1 to 100
 */
public record Conversion(List<Size> boxes, Format format, int quality) {
    private static final int QUALITY = 80;
    private static final int AVIF_QUALITY = 50;

    /** Returns a conversion at the quality at which the format is measured. */
    public static Conversion of(Format format, String... boxes) {
        List<Size> sizes = List.of(boxes).stream().map(Size::parse).toList();
        return new Conversion(sizes, format, format == Format.AVIF ? AVIF_QUALITY : QUALITY);
    }

    /** Returns the conversion from the command line of a fresh process. */
    public static Conversion parse(String box, String format) {
        return of(Objects.requireNonNull(Format.ofToken(format)), box);
    }

    /** Returns the boxes as text, such as {@code 400x300} or {@code 368x+720x}. */
    String box() {
        return boxes.stream().map(Size::toString).collect(Collectors.joining("+"));
    }
}
