package io.edgepix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Installs the npm packages of a part of the project, as listed in its lock file. */
public final class Npm {
    private static final String INSTALLED = "node_modules/.package-lock.json";

    private Npm() {}

    /**
     * Installs the packages of a folder, unless those of its lock file are installed.
     *
     * @param what names the packages in messages
     */
    public static void install(Path folder, String what) {
        Path installed = folder.resolve(INSTALLED);
        if (Files.exists(installed) && Built.isNewer(installed, folder.resolve("package-lock.json"))) {
            return;
        }
        Program.require("npm");
        System.err.println("dev: installing " + what);
        Program.run(
                folder,
                List.of("npm", "ci", "--loglevel=error", "--no-audit", "--no-fund"),
                "npm could not install " + what);
    }
}
