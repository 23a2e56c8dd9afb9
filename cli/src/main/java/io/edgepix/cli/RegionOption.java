package io.edgepix.cli;

import static io.edgepix.cli.CommandException.refuseIf;

import org.jspecify.annotations.Nullable;

/** The option that names a Region. */
public final class RegionOption {
    private static final String REGION = "[a-z]{2}(-[a-z]+)+-[0-9]";

    private RegionOption() {}

    /** Refuses what cannot be the name of a Region. No value is none. */
    public static void check(@Nullable String region) {
        refuseIf(
                region != null && !region.matches(REGION),
                "--region: expected a Region such as eu-central-1, got '" + region + "'");
    }
}
