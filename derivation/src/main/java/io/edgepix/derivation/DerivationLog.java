package io.edgepix.derivation;

import io.edgepix.imaging.model.Notice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Logs renderings and our own failures, one per line, and counts them by kind. Thread-safe. */
public final class DerivationLog {
    /** The kind of an event, which is the first word of its line in the log. */
    public enum Kind {
        MADE,
        /** A derivative or an answer lacks something, for the reason in the line. */
        NOTED,
        /** A derivative was rendered by slower code than usual. */
        SLOWER,
        /** A derivative was rendered by slower code because other code of ours failed. */
        FAULT,
        FETCH_FAILED,
        RENDER_FAILED,
        WRITE_BACK_FAILED,
        DELETE_FAILED,
        INVALIDATION_FAILED,
        /** The queue was not asked for a derivative, or an AVIF was not attempted. */
        REQUEST_FAILED,
        PLACEHOLDER_FAILED
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final Consumer<String> lines;

    /** Creates a log that passes its lines on. */
    public DerivationLog(Consumer<String> lines) {
        this.lines = lines;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void made(String path, int originalBytes, int derivativeBytes) {
        write(Kind.MADE, path, originalBytes + " to " + derivativeBytes + " bytes");
    }

    /** Logs that a derivative lacks something. */
    public void noted(String path, String notice) {
        write(Kind.NOTED, path, notice);
    }

    /** Logs a notice of the renderer, and counts it by its kind. */
    public void rendered(String path, Notice notice) {
        Kind kind = switch (notice.kind()) {
            case LEFT_OUT -> Kind.NOTED;
            case SLOWER -> Kind.SLOWER;
            case FAULT -> Kind.FAULT;
        };
        write(kind, path, notice.text());
    }

    /** Logs a failure, with the messages of all its causes. */
    public void failed(Kind kind, String path, Throwable cause) {
        write(kind, path, "cause=" + oneLine(cause));
    }

    private void write(Kind kind, String path, String rest) {
        counter(kind).increment();
        lines.accept(kind + " n=" + count(kind) + " path=" + path + " " + rest);
    }

    /** Returns the number of events of a kind. */
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
