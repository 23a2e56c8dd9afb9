package io.edgepix.quality.mutants;

import io.edgepix.quality.OriginalFiles;
import io.edgepix.quality.QualityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures that are damaged. */
record SeedPictures(List<SeedPicture> all) {
    private static final long MAX_BYTES = 16L << 20;
    private static final long MAX_BYTES_IN_ALL = 256L << 20;

    /**
     * Reads the files of a folder, up to a limit.
     *
     * @throws QualityException if there are none
     */
    static SeedPictures in(Path folder) {
        OriginalFiles originals = OriginalFiles.in(folder);
        List<SeedPicture> pictures = new ArrayList<>();
        long bytes = 0;
        try {
            for (Path file : originals.files()) {
                long size = Files.size(file);
                if (size > 0 && size <= MAX_BYTES && bytes + size <= MAX_BYTES_IN_ALL) {
                    pictures.add(new SeedPicture(originals.name(file), Files.readAllBytes(file)));
                    bytes += size;
                }
            }
        } catch (IOException e) {
            throw new QualityException("cannot read " + folder + ": " + e.getMessage());
        }
        return new SeedPictures(pictures);
    }

    /** Returns the picture for the number of a mutant. Each is used in proportion to its weight. */
    SeedPicture of(int number) {
        int sum = all.stream().mapToInt(SeedPicture::weight).sum();
        // The step is a prime. It shares no factor with any smaller sum of weights, and so visits all of them evenly.
        int place = (int) (number * 7_919L % sum);
        for (SeedPicture picture : all) {
            place -= picture.weight();
            if (place < 0) {
                return picture;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }
}
