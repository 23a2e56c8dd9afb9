package io.edgepix.localqueue.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Compares files with what was known about them. Events only say where to look. A file counts once it has not changed
 * for a while, so that nobody reads a part of it.
 */
final class FolderChanges {
    /** The embedded S3 writes an object under such a name first. An upload may pause for longer than a copy. */
    private static final Pattern UPLOAD =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.DOTALL);

    private static final Duration UPLOAD_QUIET = Duration.ofSeconds(10);

    /** A change of an object. */
    record Change(String key, boolean isRemoved) {}

    /** A file that may have changed, and when its state counts unless it changes again. */
    private record Pending(Optional<FileState> state, long due) {}

    private final Path folder;
    private final Duration quiet;
    private final NavigableMap<String, FileState> known = new TreeMap<>();
    private final Map<String, Pending> pending = new HashMap<>();

    /** Creates changes of a folder. A file has to stay the same for the given time. */
    FolderChanges(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /** Remembers a file as it is now. */
    void remember(Path file) {
        FileState.of(file).ifPresent(state -> known.put(key(file), state));
    }

    /** Notes that a file may have changed. */
    void touch(Path file) {
        touch(key(file));
    }

    private void touch(String key) {
        Duration wait = UPLOAD.matcher(key).matches() ? UPLOAD_QUIET : quiet;
        pending.put(key, new Pending(FileState.of(folder.resolve(key)), System.nanoTime() + wait.toNanos()));
    }

    /** Notes that all known files of a folder may have changed. */
    void touchAll(Path inside) {
        String prefix = inside.equals(folder) ? "" : key(inside) + "/";
        for (String key : known.tailMap(prefix).keySet()) {
            if (!key.startsWith(prefix)) {
                break;
            }
            touch(key);
        }
    }

    /** Forgets a file that was created, so that it counts as created again. */
    void repeat(String key) {
        known.remove(key);
        touch(key);
    }

    boolean isSettled() {
        return pending.isEmpty();
    }

    /** Returns the changes of the files that have stayed the same for long enough. */
    List<Change> settled() {
        List<Change> changes = new ArrayList<>();
        List<String> again = new ArrayList<>();
        long now = System.nanoTime();
        for (Iterator<Map.Entry<String, Pending>> i = pending.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, Pending> entry = i.next();
            if (entry.getValue().due() - now <= 0) {
                i.remove();
                Optional<FileState> state = FileState.of(folder.resolve(entry.getKey()));
                if (state.equals(entry.getValue().state())) {
                    change(entry.getKey(), state).ifPresent(changes::add);
                } else {
                    again.add(entry.getKey());
                }
            }
        }
        again.forEach(this::touch);
        return changes;
    }

    private Optional<Change> change(String key, Optional<FileState> state) {
        FileState before = state.isPresent() ? known.put(key, state.get()) : known.remove(key);
        return Optional.ofNullable(before).equals(state)
                ? Optional.empty()
                : Optional.of(new Change(key, state.isEmpty()));
    }

    private String key(Path file) {
        return folder.relativize(file).toString();
    }
}
