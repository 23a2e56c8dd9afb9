package io.edgepix.imaging.originals;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Map;

/**
 * Calls libjpeg-turbo through its own interface, TurboJPEG 3. It is the reference for reading JPEGs, and writes rare
 * kinds.
 */
public final class TurboJpeg {
    public static final int RGB = 0;
    public static final int GREY = 6;
    public static final int CMYK = 11;

    public static final int QUALITY = 3;
    public static final int SUBSAMPLING = 4;
    public static final int PRECISION = 7;
    public static final int PROGRESSIVE = 12;
    public static final int ARITHMETIC = 14;
    public static final int LOSSLESS = 15;
    public static final int PREDICTOR = 16;
    public static final int POINT_TRANSFORM = 17;
    public static final int RESTART_ROWS = 19;

    private static final int WIDTH = 5;
    private static final int HEIGHT = 6;
    private static final int COMPRESS = 0;
    private static final int DECOMPRESS = 1;
    private static final int EIGHT_BITS = 8;
    private static final int TWELVE_BITS = 12;
    private static final int FATAL = 1;

    @SuppressWarnings("restricted")
    private static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup(
            Path.of(System.getProperty("edgepix.native"), "libturbojpeg.so.0"), Arena.global());

    private TurboJpeg() {}

    /** Returns samples by row, pixel and channel. */
    public static int[] decode(byte[] jpeg, int format) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = init(DECOMPRESS);
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, jpeg);
            check(handle, call("tj3DecompressHeader", handle, bytes, (long) jpeg.length));
            int depth = call("tj3Get", handle, PRECISION);
            int count = call("tj3Get", handle, WIDTH) * call("tj3Get", handle, HEIGHT) * bands(format);
            boolean wide = depth > EIGHT_BITS;
            MemorySegment samples = arena.allocate((long) count * (wide ? 2 : 1));
            String name = "tj3Decompress" + (wide ? depth > TWELVE_BITS ? 16 : 12 : 8);
            check(handle, call(name, handle, bytes, (long) jpeg.length, samples, 0, format));
            call("tj3Destroy", handle);
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = wide ? samples.getAtIndex(JAVA_SHORT, i) & 0xFFFF : samples.getAtIndex(JAVA_BYTE, i) & 0xFF;
            }
            return values;
        }
    }

    /** Encodes samples of the given depth with parameters of TurboJPEG. */
    public static byte[] encode(
            int[] samples, int width, int height, int format, int depth, Map<Integer, Integer> parameters) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = init(COMPRESS);
            check(handle, call("tj3Set", handle, PRECISION, depth));
            check(handle, call("tj3Set", handle, QUALITY, 95));
            check(handle, call("tj3Set", handle, SUBSAMPLING, format == GREY ? 3 : 0));
            parameters.forEach((parameter, value) -> check(handle, call("tj3Set", handle, parameter, value)));
            boolean wide = depth > EIGHT_BITS;
            MemorySegment stored = arena.allocate((long) samples.length * (wide ? 2 : 1));
            for (int i = 0; i < samples.length; i++) {
                if (wide) {
                    stored.setAtIndex(JAVA_SHORT, i, (short) samples[i]);
                } else {
                    stored.setAtIndex(JAVA_BYTE, i, (byte) samples[i]);
                }
            }
            MemorySegment bytes = arena.allocate(ADDRESS);
            MemorySegment length = arena.allocate(JAVA_LONG);
            String name = "tj3Compress" + (wide ? depth > TWELVE_BITS ? 16 : 12 : 8);
            check(handle, call(name, handle, stored, width, 0, height, format, bytes, length));
            byte[] jpeg = copy(bytes.get(ADDRESS, 0), length.get(JAVA_LONG, 0));
            call("tj3Free", bytes.get(ADDRESS, 0));
            call("tj3Destroy", handle);
            return jpeg;
        }
    }

    @SuppressWarnings("restricted")
    private static byte[] copy(MemorySegment bytes, long length) {
        return bytes.reinterpret(length).toArray(JAVA_BYTE);
    }

    public static int bands(int format) {
        return switch (format) {
            case GREY -> 1;
            case RGB -> 3;
            case CMYK -> 4;
            default -> throw new IllegalArgumentException("Format " + format);
        };
    }

    private static MemorySegment init(int kind) {
        return (MemorySegment) invoke("tj3Init", ADDRESS, kind);
    }

    private static int call(String name, Object... arguments) {
        return (int) invoke(name, JAVA_INT, arguments);
    }

    /** Throws if a call failed. Warnings are ignored. */
    @SuppressWarnings("restricted")
    private static void check(MemorySegment handle, int result) {
        if (result != 0 && call("tj3GetErrorCode", handle) == FATAL) {
            MemorySegment message = (MemorySegment) invoke("tj3GetErrorStr", ADDRESS, handle);
            throw new IllegalStateException(message.reinterpret(200).getString(0));
        }
    }

    @SuppressWarnings("restricted")
    private static Object invoke(String name, MemoryLayout result, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] =
                    arguments[i] instanceof Integer ? JAVA_INT : arguments[i] instanceof Long ? JAVA_LONG : ADDRESS;
        }
        MethodHandle function = Linker.nativeLinker()
                .downcallHandle(LIBRARY.find(name).orElseThrow(), FunctionDescriptor.of(result, layouts));
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
