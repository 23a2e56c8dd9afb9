package io.edgepix.imaging.avif;

import io.edgepix.imaging.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items that make up the picture of an AVIF: colours and alpha (ISO/IEC 23008-12, HEIF, and the AV1 Image File
 * Format).
 */
final class AvifItems {
    private static final Set<String> ALPHA =
            Set.of("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", "urn:mpeg:hevc:2015:auxid:1\0");

    private static final int MOST_REFERENCES = 10_000;

    private record Reference(String type, long from, List<Long> to) {}

    private final byte[] avif;
    private final MediaBox meta;
    private final ItemProperties properties;
    private final List<Reference> references = new ArrayList<>();
    private final long colours;
    private final Optional<Long> alpha;

    private AvifItems(byte[] avif) {
        this.avif = avif;
        this.meta = MediaBoxes.in(avif, 0, avif.length).required("meta");
        this.properties = new ItemProperties(inMeta().required("iprp"));
        inMeta().first("iref").ifPresent(this::readReferences);
        BoxFields primary = inMeta().required("pitm").fields();
        this.colours = primary.number(primary.versionAndFlags() >>> 24 == 0 ? 2 : 4);
        this.alpha = alphaOf(colours);
    }

    /** Returns the items of an AVIF; empty if its boxes cannot be read. */
    static Optional<AvifItems> of(byte[] avif) {
        try {
            return Optional.of(new AvifItems(avif));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private MediaBoxes inMeta() {
        return MediaBoxes.inside(meta, 4);
    }

    private void readReferences(MediaBox iref) {
        int idSize = iref.fields().versionAndFlags() >>> 24 == 0 ? 2 : 4;
        int left = MOST_REFERENCES;
        for (MediaBox box : MediaBoxes.inside(iref, 4).all()) {
            BoxFields fields = box.fields();
            long from = fields.number(idSize);
            int count = (int) fields.number(2);
            left -= count;
            if (left < 0) {
                throw new IndexOutOfBoundsException("Expected at most " + MOST_REFERENCES + " references, got more");
            }
            List<Long> to = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                to.add(fields.number(idSize));
            }
            references.add(new Reference(box.type(), from, to));
        }
    }

    /** Returns the item that contains the alpha of the given item. */
    private Optional<Long> alphaOf(long item) {
        for (Reference each : references) {
            if (each.type.equals("auxl") && each.to.contains(item) && isAlpha(each.from)) {
                return Optional.of(each.from);
            }
        }
        return Optional.empty();
    }

    private boolean isAlpha(long item) {
        return properties
                .first(item, "auxC")
                .filter(use -> ALPHA.stream().anyMatch(each -> Bytes.has(use, 4, each)))
                .isPresent();
    }

    /** Returns the body of the first property of the given type that applies to the colours. */
    Optional<byte[]> property(String type) {
        return properties.first(colours, type);
    }

    /** Returns the colour information of the given type, without the type itself. */
    Optional<byte[]> colourInformation(String type) {
        for (MediaBox colr : properties.of(colours, "colr")) {
            byte[] content = colr.content();
            if (Bytes.has(content, 0, type)) {
                return Optional.of(Arrays.copyOfRange(content, 4, content.length));
            }
        }
        return Optional.empty();
    }

    /** Tells whether the colours are stored multiplied by alpha. */
    boolean arePremultiplied() {
        return alpha.isPresent()
                && references.stream()
                        .filter(each -> each.type.equals("prem"))
                        .anyMatch(each -> each.from == colours && each.to.contains(alpha.get()));
    }

    /** Returns the AV1 sequence header of the colours; empty if none is found. */
    Optional<Av1Sequence> colourSequence() {
        return sequence(colours);
    }

    /** Returns the AV1 sequence header of the alpha item; empty if there is no alpha item, or no header is found. */
    Optional<Av1Sequence> alphaSequence() {
        return alpha.flatMap(this::sequence);
    }

    private Optional<Av1Sequence> sequence(long item) {
        try {
            return ItemLocation.of(avif, inMeta(), firstTile(item)).flatMap(Av1Sequence::of);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Returns the first tile if the item is a grid, and the item itself otherwise. */
    private long firstTile(long item) {
        for (Reference each : references) {
            if (each.type.equals("dimg") && each.from == item && !each.to.isEmpty()) {
                return each.to.getFirst();
            }
        }
        return item;
    }

    /**
     * Returns a file in which alpha is cropped, turned and mirrored like the colours. libheif would apply alpha's own
     * properties. Returns the original array if both sets of properties agree. The changed box is written to the end of
     * the file, so that the offsets of data stay valid.
     */
    byte[] withAlphaAsColours() {
        List<Integer> wanted = properties.transformations(colours);
        if (alpha.isEmpty() || properties.transformations(alpha.get()).equals(wanted)) {
            return avif;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(avif, meta.body(), 4);
        for (MediaBox box : inMeta().all()) {
            boolean changed = box.type().equals("iprp");
            body.writeBytes(
                    changed
                            ? MediaBoxes.box("iprp", properties.withTransformations(alpha.get(), wanted))
                            : box.whole());
        }
        byte[] moved = MediaBoxes.box("meta", body.toByteArray());
        ByteBuffer whole = ByteBuffer.allocate(avif.length + moved.length);
        whole.put(avif).put(moved);
        if (whole.getInt(meta.start()) == 0) {
            whole.putInt(meta.start(), meta.end() - meta.start());
        }
        whole.put(meta.start() + 4, "free".getBytes(StandardCharsets.US_ASCII));
        return whole.array();
    }
}
