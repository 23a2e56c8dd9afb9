package io.edgepix.bench.render;

import io.edgepix.bench.measurement.Stopwatch;
import io.edgepix.comparison.picture.Pixels;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.coobird.thumbnailator.Thumbnails;

/** Thumbnailator with the JDK's readers. It writes WebP by webp-imageio. */
final class ThumbnailatorRunner implements Runner {
    ThumbnailatorRunner() {
        JdkReaders.prefer();
    }

    @Override
    public String name() {
        return Runners.THUMBNAILATOR;
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.WEBP, Format.JPEG);
    }

    @Override
    public Rendering render(CaseOriginal original, Conversion conversion) throws IOException {
        List<byte[]> derivatives = new ArrayList<>();
        long start = System.nanoTime();
        for (Size box : conversion.boxes()) {
            derivatives.add(render(original, box, conversion));
        }
        return new Rendering(Stopwatch.millisSince(start), derivatives);
    }

    private static byte[] render(CaseOriginal original, Size box, Conversion conversion) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.Builder<?> builder =
                within(box, original.upright(), Thumbnails.of(new ByteArrayInputStream(original.bytes())));
        builder.outputFormat(conversion.format().token()).outputQuality(conversion.quality() / 100.0);
        if (conversion.format() == Format.WEBP) {
            builder.outputFormatType("Lossy");
        }
        builder.toOutputStream(out);
        return out.toByteArray();
    }

    /** Limits the box, since Thumbnailator would enlarge a picture that is smaller. */
    private static Thumbnails.Builder<?> within(Size box, Pixels upright, Thumbnails.Builder<?> builder) {
        int width = box.width() == 0 ? upright.width() : Math.min(box.width(), upright.width());
        int height = box.height() == 0 ? upright.height() : Math.min(box.height(), upright.height());
        return builder.size(width, height);
    }
}
