package io.edgepix.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of a function: that of its module, and all that it depends on.
 *
 * @param all the module's own jar first
 */
record BuiltJars(List<Path> all) {
    /** Finds the jars of a module by its build folder, in which the build writes the file {@code classpath}. */
    static BuiltJars of(Path module, String name) throws IOException {
        String classpath = Files.readString(module.resolve("classpath")).strip();
        return new BuiltJars(Stream.concat(
                        Stream.of(module.resolve(name)),
                        Pattern.compile(File.pathSeparator)
                                .splitAsStream(classpath)
                                .map(Path::of))
                .toList());
    }

    /** Returns the jars that are merged into one. */
    List<Path> merged() {
        return all.stream().filter(jar -> !isReplaceable(jar)).toList();
    }

    /** Returns the jars that stay as they are, so that users can replace them by different builds, as the LGPL asks. */
    List<Path> replaceable() {
        return all.stream().filter(BuiltJars::isReplaceable).toList();
    }

    private static boolean isReplaceable(Path jar) {
        return jar.getFileName().toString().startsWith("openhtmltopdf-");
    }
}
