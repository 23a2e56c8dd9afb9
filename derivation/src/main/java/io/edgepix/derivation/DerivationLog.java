package io.edgepix.derivation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What the function made and what went wrong on our side: a log line each, and a count of every kind. Thread-safe. */
public final class DerivationLog {
    /** What happened. */
    public enum Kind {
        MADE,
        NOTED,
        FETCH_FAILED,
        RENDER_FAILED,
        WRITE_BACK_FAILED,
        DELETE_FAILED,
        PLACEHOLDER_FAILED
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final Consumer<String> log;

    /** A journal that is written to a log, a line each. */
    public DerivationLog(Consumer<String> log) {
        this.log = log;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** A derivative was rendered. */
    public void made(String path, int originalBytes, int derivativeBytes) {
        write(Kind.MADE, path, originalBytes + " to " + derivativeBytes + " bytes");
    }

    /** Something about a derivative is not as it could be. */
    public void noted(String path, String notice) {
        write(Kind.NOTED, path, notice);
    }

    /** Something failed; the causes' messages go into the line. */
    public void failed(Kind kind, String path, Throwable cause) {
        write(kind, path, "cause=" + oneLine(cause));
    }

    private void write(Kind kind, String path, String rest) {
        counter(kind).increment();
        log.accept(kind + " n=" + count(kind) + " path=" + path + " " + rest);
    }

    /** How often a kind has happened. */
    public long count(Kind kind) {
        return counter(kind).sum();
    }

    private LongAdder counter(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    private static String oneLine(Throwable cause) {
        StringBuilder line = new StringBuilder(cause.toString());
        for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
            line.append(" < ").append(t);
        }
        return line.toString().replace('\n', ' ').replace('\r', ' ');
    }
}
