package io.edgepix.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform of native code on Lambda@Edge: Amazon Linux 2023 on x86-64 with glibc 2.34. */
final class Platform {
    private static final int NEWEST_GLIBC_MINOR = 34;
    private static final Pattern NUMBERED = Pattern.compile("GLIBC_2\\.(\\d+)(?:\\.\\d+)?");

    private Platform() {}

    /**
     * Checks every native file of a folder.
     *
     * @throws PackagingException if one cannot run on Lambda, or if there is none
     */
    static void check(Path folder) throws IOException {
        List<String> complaints = new ArrayList<>();
        int found = 0;
        for (Path path : Zip.files(folder)) {
            byte[] bytes = Files.readAllBytes(path);
            if (Elf.is(bytes)) {
                found++;
                complaints(Elf.read(bytes)).forEach(what -> complaints.add(folder.relativize(path) + " " + what));
            } else if (path.toString().matches(".*\\.(so|dll|dylib|jnilib)")) {
                complaints.add(folder.relativize(path) + " is not an ELF library");
            }
        }
        if (found == 0 || !complaints.isEmpty()) {
            throw new PackagingException("native code that cannot run on Lambda: "
                    + (found == 0 ? "there is none" : String.join("; ", complaints)));
        }
    }

    static List<String> complaints(Elf elf) {
        List<String> complaints = new ArrayList<>();
        if (!elf.is64Bit() || elf.machine() != Elf.X86_64) {
            complaints.add("is not for x86-64");
        }
        for (String version : elf.neededVersions()) {
            if (isTooNew(version)) {
                complaints.add("needs " + version);
            }
        }
        return complaints;
    }

    private static boolean isTooNew(String version) {
        return version.startsWith("GLIBC_") && minor(version) > NEWEST_GLIBC_MINOR;
    }

    /** Returns the 17 of {@code GLIBC_2.17}. A name without a number marks late or private symbols. */
    private static int minor(String version) {
        Matcher numbered = NUMBERED.matcher(version);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }
}
