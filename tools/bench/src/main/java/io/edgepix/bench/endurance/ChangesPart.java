package io.edgepix.bench.endurance;

import java.io.IOException;
import java.io.PrintStream;

/** TODO. */
final class ChangesPart implements EndurancePart {
    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String run(boolean quick, PrintStream out) throws IOException, InterruptedException {
        return "";
    }
}
