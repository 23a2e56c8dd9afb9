package io.edgepix.bench.measurement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A library that {@code ./dev bench render} compares edgepix with. */
public enum Peer {
    SHARP,
    THUMBNAILATOR,
    PILLOW,
    IMAGEMAGICK;

    /**
     * Returns the peers of a list such as {@code sharp,pillow}. sharp always is among them, because it also decodes the
     * results.
     *
     * @throws BenchException if a name is unknown
     */
    public static Set<Peer> parse(String list) {
        Set<Peer> peers = EnumSet.of(SHARP);
        for (String name : list.split(",", -1)) {
            peers.add(of(name));
        }
        return peers;
    }

    private static Peer of(String name) {
        return Arrays.stream(values())
                .filter(peer -> peer.token().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchException("--peers: expected a list of "
                        + Arrays.stream(values()).map(Peer::token).collect(Collectors.joining(", ")) + ", got '" + name
                        + "'"));
    }

    private String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
