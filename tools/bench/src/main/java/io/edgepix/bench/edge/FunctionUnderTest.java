package io.edgepix.bench.edge;

import java.nio.file.Path;

/**
 * A function that is measured.
 *
 * @param engine its name
 * @param variant what is special in how it is run: empty, or a comma and words
 * @param folder what Lambda would have unpacked
 * @param module the file in it that exports {@code handler}
 */
record FunctionUnderTest(String engine, String variant, Path folder, String module) {}
