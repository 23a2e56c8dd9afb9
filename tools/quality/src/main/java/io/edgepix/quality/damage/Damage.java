package io.edgepix.quality.damage;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A way to damage a picture. */
public enum Damage {
    /** No damage, to test the picture itself. */
    NONE {
        @Override
        public byte[] apply(byte[] picture, RandomGenerator random) {
            return picture;
        }
    },
    /** Cuts the picture at any byte. */
    TRUNCATED {
        @Override
        public byte[] apply(byte[] picture, RandomGenerator random) {
            return Arrays.copyOf(picture, random.nextInt(picture.length));
        }
    },
    /** Flips 1 to 16 bits, half of the time among the first bytes. */
    BITS {
        @Override
        public byte[] apply(byte[] picture, RandomGenerator random) {
            byte[] damaged = picture.clone();
            for (int i = random.nextInt(MAX_BITS); i >= 0; i--) {
                damaged[place(damaged, random)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            return damaged;
        }
    },
    /** Replaces 1 to 64 bytes in a row, half of the time among the first bytes. */
    BYTES {
        @Override
        public byte[] apply(byte[] picture, RandomGenerator random) {
            byte[] damaged = picture.clone();
            int from = place(damaged, random);
            int to = Math.min(damaged.length, from + 1 + random.nextInt(MAX_BYTES));
            boolean same = random.nextBoolean();
            byte value = (byte) random.nextInt(1 << Byte.SIZE);
            for (int at = from; at < to; at++) {
                damaged[at] = same ? value : (byte) random.nextInt(1 << Byte.SIZE);
            }
            return damaged;
        }
    },
    /** Replaces one or two sizes in the header, or flips bits if there is no size. */
    SIZES {
        @Override
        public byte[] apply(byte[] picture, RandomGenerator random) {
            if (SvgSizes.recognises(picture)) {
                return SvgSizes.forge(picture, random);
            }
            return SizeFormats.of(picture)
                    .map(format -> forge(format, picture, random))
                    .orElseGet(() -> BITS.apply(picture, random));
        }
    };

    private static final int MAX_BITS = 16;
    private static final int MAX_BYTES = 64;
    private static final int HEAD = 512;
    private static final List<Damage> REAL = List.of(TRUNCATED, BITS, BYTES, SIZES);
    private static final long[] ODD = {
        0,
        1,
        2,
        7,
        8,
        255,
        256,
        0x3FFF,
        0x4000,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x1_0000,
        0xFF_FFFF,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL
    };

    /** Returns the damaged picture, and leaves the given one unchanged. */
    public abstract byte[] apply(byte[] picture, RandomGenerator random);

    /** Returns a random damage, but never {@link #NONE}. */
    public static Damage any(RandomGenerator random) {
        return REAL.get(random.nextInt(REAL.size()));
    }

    private static int place(byte[] picture, RandomGenerator random) {
        return random.nextInt(random.nextBoolean() ? picture.length : Math.min(HEAD, picture.length));
    }

    private static byte[] forge(HeaderSizes format, byte[] picture, RandomGenerator random) {
        List<SizeField> fields = format.fields(picture);
        byte[] forged = picture.clone();
        for (int i = random.nextInt(2); i >= 0; i--) {
            SizeField field = fields.get(random.nextInt(fields.size()));
            field.set(forged, value(field.get(forged), random));
        }
        format.seal(forged);
        return forged;
    }

    private static long value(long was, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> was + (random.nextBoolean() ? 1 : -1);
            case 1 -> was * 2;
            case 2 -> random.nextInt(10_000);
            default -> ODD[random.nextInt(ODD.length)];
        };
    }
}
