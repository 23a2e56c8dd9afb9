package io.edgepix.derivation.snapshot;

import io.edgepix.imaging.Renderers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The libraries of the native renderer in the function's zip. */
public final class NativeLibraries {
    private NativeLibraries() {}

    /**
     * Sets the system property of the native renderer to the folder in the zip, unless it is set already. Lambda starts
     * Java without the flags of the function.
     */
    public static void find(Map<String, String> environment) {
        Path folder = Path.of(environment.getOrDefault("LAMBDA_TASK_ROOT", ""), "native");
        if (System.getProperty(Renderers.NATIVE_FOLDER) == null && Files.isDirectory(folder)) {
            System.setProperty(Renderers.NATIVE_FOLDER, folder.toAbsolutePath().toString());
        }
    }
}
