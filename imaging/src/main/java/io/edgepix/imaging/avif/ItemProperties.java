package io.edgepix.imaging.avif;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of items, and which item has which (ISO/IEC 23008-12, section 9.3). */
final class ItemProperties {
    private static final Set<String> TRANSFORMATIONS = Set.of("clap", "irot", "imir");
    private static final int INDEX = 0x7FFF;
    private static final int ESSENTIAL = 0x8000;
    private static final int MOST_ITEMS = 10_000;

    /**
     * The properties of an item.
     *
     * @param associations numbers of properties, from 1 on, and a bit for those without which it must not be shown
     */
    private record Item(long id, List<Integer> associations) {}

    private final Box ipco;
    private final List<Box> properties;
    private final List<Item> items = new ArrayList<>();

    /** Throws {@link IndexOutOfBoundsException} where they cannot be read. */
    ItemProperties(Box iprp) {
        this.ipco = iprp.inside(0).required("ipco");
        this.properties = ipco.inside(0).all();
        for (Box ipma : iprp.inside(0).all("ipma")) {
            read(ipma.fields());
        }
    }

    private void read(BoxFields fields) {
        int versionAndFlags = fields.versionAndFlags();
        boolean wide = (versionAndFlags & 1) != 0;
        long count = fields.number(4);
        if (count > MOST_ITEMS - items.size()) {
            throw new IndexOutOfBoundsException("Properties of " + count + " items");
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

    /** Of an item, of one type. */
    List<Box> of(long item, String type) {
        return associations(item).stream()
                .filter(association -> type(association).equals(type))
                .map(association -> properties.get((association & INDEX) - 1))
                .toList();
    }

    /** The body of an item's first property of a type; null where it has none. */
    byte @Nullable [] first(long item, String type) {
        return of(item, type).stream().findFirst().map(Box::content).orElse(null);
    }

    private List<Integer> associations(long item) {
        return items.stream()
                .filter(each -> each.id == item)
                .findFirst()
                .map(Item::associations)
                .orElse(List.of());
    }

    /** Returns an empty value if the item has no such property. */
    private String type(int association) {
        int index = association & INDEX;
        return index == 0 || index > properties.size()
                ? ""
                : properties.get(index - 1).type();
    }

    private boolean isTransformation(int association) {
        return TRANSFORMATIONS.contains(type(association));
    }

    /** Which of its properties crop, turn and mirror an item, in their order. */
    List<Integer> transformations(long item) {
        return associations(item).stream()
                .filter(this::isTransformation)
                .map(association -> association | ESSENTIAL)
                .toList();
    }

    /** The body of a box iprp in which one item has the transformations of another one. */
    byte[] withTransformations(long item, List<Integer> transformations) {
        ByteArrayOutputStream associations = new ByteArrayOutputStream();
        try (DataOutputStream ipma = new DataOutputStream(associations)) {
            ipma.writeInt((1 << 24) | 1); // wide ids and numbers
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
            throw new IllegalStateException(e); // there is none in memory
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ipco.whole());
        body.writeBytes(Boxes.box("ipma", associations.toByteArray()));
        return body.toByteArray();
    }
}
