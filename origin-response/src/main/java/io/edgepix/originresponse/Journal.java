package io.edgepix.originresponse;

import io.edgepix.imaging.model.Notice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What the function made and what went wrong on our side: a log line each, and a count of every kind. Thread-safe. */
public final class Journal {
    /** What happened. */
    public enum Kind {
        MADE,
        /** Something of the original is not in a derivative. */
        NOTED,
        /** A derivative was made by slower code than usual. */
        SLOWER,
        /** A derivative was made by slower code, since other code of ours failed. */
        FAULT,
        FETCH_FAILED,
        RENDER_FAILED,
        WRITE_BACK_FAILED,
        DELETE_FAILED,
        PLACEHOLDER_FAILED
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
    private final Consumer<String> log;

    /** A journal that is written to a log, a line each. */
    public Journal(Consumer<String> log) {
        this.log = log;
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** A derivative was rendered. */
    void made(String path, int originalBytes, int derivativeBytes) {
        write(Kind.MADE, path, originalBytes + " to " + derivativeBytes + " bytes");
    }

    /** Something about a derivative is not as it could be. */
    void noted(String path, String notice) {
        write(Kind.NOTED, path, notice);
    }

    /** A renderer had something to tell. */
    void noticed(String path, Notice notice) {
        Kind kind = switch (notice.kind()) {
            case LEFT_OUT -> Kind.NOTED;
            case SLOWER -> Kind.SLOWER;
            case FAULT -> Kind.FAULT;
        };
        write(kind, path, notice.text());
    }

    /** Something failed; the causes' messages go into the line. */
    void failed(Kind kind, String path, Throwable cause) {
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
