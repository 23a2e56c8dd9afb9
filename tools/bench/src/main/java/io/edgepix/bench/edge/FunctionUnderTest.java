package io.edgepix.bench.edge;

import java.nio.file.Path;

/**
 * A function that is measured.
 *
 * @param engine the name in reports
 * @param variant a comma and a note about how it is run, or empty
 * @param folder the unpacked package
 * @param module the file in it that exports {@code handler}
 */
record FunctionUnderTest(String engine, String variant, Path folder, String module) {}
