package io.edgepix.imaging.avif;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of an AVIF, and their association with items (ISO/IEC 23008-12, section 9.3). */
final class ItemProperties {
    private static final Set<String> TRANSFORMATIONS = Set.of("clap", "irot", "imir");
    private static final int INDEX = 0x7FFF;
    private static final int ESSENTIAL = 0x8000;
    private static final int MOST_ITEMS = 10_000;

    /**
     * The associations of an item.
     *
     * @param associations numbers of properties, counted from 1; the bit {@link #ESSENTIAL} marks a property that must
     *     be applied
     */
    private record Item(long id, List<Integer> associations) {}

    private final MediaBox ipco;
    private final List<MediaBox> properties;
    private final List<Item> items = new ArrayList<>();

    /** Reads the body of a box iprp. Throws {@link IndexOutOfBoundsException} if the box cannot be read. */
    ItemProperties(MediaBox iprp) {
        this.ipco = MediaBoxes.inside(iprp, 0).required("ipco");
        this.properties = MediaBoxes.inside(ipco, 0).all();
        for (MediaBox ipma : MediaBoxes.inside(iprp, 0).all("ipma")) {
            read(ipma.fields());
        }
    }

    private void read(BoxFields fields) {
        int versionAndFlags = fields.versionAndFlags();
        boolean wide = (versionAndFlags & 1) != 0;
        long count = fields.number(4);
        if (count > MOST_ITEMS - items.size()) {
            throw new IndexOutOfBoundsException("Expected at most " + MOST_ITEMS + " items, got " + count + " more");
        }
        for (long i = 0; i < count; i++) {
            long id = fields.number(versionAndFlags >>> 24 == 0 ? 2 : 4);
            List<Integer> associations = new ArrayList<>();
            for (long left = fields.number(1); left > 0; left--) {
                int number = (int) fields.number(wide ? 2 : 1);
                associations.add(wide ? number : ((number & 0x80) << 8) | (number & 0x7F));
            }
            items.add(new Item(id, associations));
        }
    }

    /** Returns the properties of an item that have the given type. */
    List<MediaBox> of(long item, String type) {
        return associations(item).stream()
                .flatMap(association -> property(association).stream())
                .filter(property -> property.type().equals(type))
                .toList();
    }

    /** Returns the body of an item's first property of the given type. */
    Optional<byte[]> first(long item, String type) {
        return of(item, type).stream().findFirst().map(MediaBox::content);
    }

    private List<Integer> associations(long item) {
        return items.stream()
                .filter(each -> each.id == item)
                .findFirst()
                .map(Item::associations)
                .orElse(List.of());
    }

    /** Returns the associated property, if it exists. */
    private Optional<MediaBox> property(int association) {
        int index = association & INDEX;
        return index == 0 || index > properties.size() ? Optional.empty() : Optional.of(properties.get(index - 1));
    }

    private boolean isTransformation(int association) {
        return property(association)
                .filter(property -> TRANSFORMATIONS.contains(property.type()))
                .isPresent();
    }

    /** Returns the associations that crop, turn and mirror an item, in their stored order, all marked as essential. */
    List<Integer> transformations(long item) {
        return associations(item).stream()
                .filter(this::isTransformation)
                .map(association -> association | ESSENTIAL)
                .toList();
    }

    /** Returns the body of a box iprp in which the given transformations replace those of an item. */
    byte[] withTransformations(long item, List<Integer> transformations) {
        ByteArrayOutputStream associations = new ByteArrayOutputStream();
        try (DataOutputStream ipma = new DataOutputStream(associations)) {
            ipma.writeInt((1 << 24) | 1); // version 1: ids of 32 bits, flag 1: numbers of 16 bits
            ipma.writeInt(items.size());
            for (Item each : items) {
                List<Integer> changed = new ArrayList<>(each.associations);
                if (each.id == item) {
                    changed.removeIf(this::isTransformation);
                    changed.addAll(transformations);
                }
                ipma.writeInt((int) each.id);
                ipma.writeByte(changed.size());
                for (int association : changed) {
                    ipma.writeShort(association);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // writing to memory does not fail
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ipco.whole());
        body.writeBytes(MediaBoxes.box("ipma", associations.toByteArray()));
        return body.toByteArray();
    }
}
