package io.edgepix.derivation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

/** Tests the hooks of SnapStart. */
class SnapStartTest {
    private final List<String> log = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    @Test
    void beforeCheckpoint_primesAndLogsTheTime() {
        hooks(() -> calls.add("prime")).beforeCheckpoint(Core.getGlobalContext());

        assertThat(calls).containsExactly("prime");
        assertThat(log).singleElement().asString().matches("edgepix: primed in \\d+ ms");
    }

    @Test
    void beforeCheckpoint_ifPrimingFails_logsTheReasonAndLetsTheSnapshotHappen() {
        hooks(() -> {
                    throw new IllegalStateException("no pictures");
                })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(log).containsExactly("edgepix: priming failed: java.lang.IllegalStateException: no pictures");
    }

    @Test
    void beforeCheckpoint_ifALibraryDoesNotLoad_logsTheReason() {
        hooks(() -> {
                    throw new UnsatisfiedLinkError("libstdc++.so.6");
                })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(log).containsExactly("edgepix: priming failed: java.lang.UnsatisfiedLinkError: libstdc++.so.6");
    }

    @Test
    void afterRestore_renewsAndDoesNotPrime() {
        hooks(() -> calls.add("prime")).afterRestore(Core.getGlobalContext());

        assertThat(calls).containsExactly("renew");
    }

    private SnapStart hooks(SnapStart.Step prime) {
        return new SnapStart(prime, () -> calls.add("renew"), log::add);
    }
}
