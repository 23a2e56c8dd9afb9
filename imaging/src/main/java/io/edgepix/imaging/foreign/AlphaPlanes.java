package io.edgepix.imaging.foreign;

import java.util.ArrayList;
import java.util.List;

/** Red, green and blue multiplied by alpha, and alpha, as planes of equal size and stride outside the heap. */
public record AlphaPlanes(List<NativePlane> planes) {
    private static final int COUNT = 4;

    /** Allocates planes with undefined content. */
    public static AlphaPlanes allocate(NativeMemory memory, int width, int height) {
        List<NativePlane> planes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            planes.add(Planes.allocate(memory, width, height, 0, 0).lumaPlane());
        }
        return new AlphaPlanes(List.copyOf(planes));
    }

    NativePlane any() {
        return planes.getFirst();
    }

    long address(int plane) {
        return planes.get(plane).address();
    }
}
