package io.edgepix.imaging.foreign;

import io.edgepix.imaging.foreign.Calls.Allocate;
import io.edgepix.imaging.foreign.Calls.Free;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of native libraries for this machine. */
public final class NativeLibrary {
    /** The system property that names the folder. */
    public static final String PROPERTY = "edgepix.native";

    private static final String NAME = "libedgepix.so";
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final Path folder;
    private final SymbolLookup codecs;
    private final NativeFunction<Allocate> allocate;
    private final NativeFunction<Free> free;

    @SuppressWarnings("restricted")
    private NativeLibrary(Path folder) {
        this.folder = folder;
        // Connects the native method of NativeCall, which the lookup alone does not.
        System.load(folder.resolve(NAME).toAbsolutePath().toString());
        this.codecs = lookup(NAME);
        this.allocate = new NativeFunction<>(codecs, "allocate", Allocate.values());
        this.free = new NativeFunction<>(codecs, "free", Free.values());
    }

    /**
     * Opens the folder that the system property names. Empty if it names none, or the libraries are for a different
     * machine.
     */
    public static Optional<NativeLibrary> find() {
        String folder = System.getProperty(PROPERTY, "");
        return folder.isEmpty() ? Optional.empty() : in(Path.of(folder));
    }

    private static Optional<NativeLibrary> in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(NAME)) || !isForThisMachine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NativeLibrary(folder));
        } catch (IllegalArgumentException | UnsatisfiedLinkError e) {
            System.err.println("edgepix: no native renderer: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The C code is compiled for AVX2 and BMI2, which every x86-64 processor of Lambda supports. */
    private static boolean isForThisMachine() {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return false;
        }
        try {
            String processor = Files.readString(PROCESSOR);
            return processor.contains(" avx2 ") && processor.contains(" bmi2 ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the folder of the libraries. */
    public Path folder() {
        return folder;
    }

    /** Returns new memory without allocations, which the caller must close. */
    public NativeMemory memory() {
        return new NativeMemory(allocate, free);
    }

    SymbolLookup codecs() {
        return codecs;
    }

    /** Loads a further library from the folder. */
    @SuppressWarnings("restricted")
    SymbolLookup lookup(String name) {
        return SymbolLookup.libraryLookup(folder.resolve(name), Arena.global());
    }
}
