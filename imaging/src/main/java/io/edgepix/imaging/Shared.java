package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A call whose requests for some formats are tried here, and all others left to another renderer. */
record Shared(Predicate<Format> here, Attempt attempt, Renderer elsewhere) {
    /** Makes the derivatives of the requests that are tried here. */
    interface Attempt {
        /** Null where they, too, are left to the other one. */
        @Nullable
        List<byte[]> derivatives(List<RenderRequest> requests) throws UnrenderableException;
    }

    /** The derivatives, in the order of the requests. */
    List<byte[]> renderAll(byte[] original, List<RenderRequest> requests, Consumer<String> notices)
            throws UnrenderableException {
        List<RenderRequest> tried = new ArrayList<>(requests);
        tried.removeIf(request -> !here.test(request.format()));
        List<byte[]> made = tried.isEmpty() ? null : attempt.derivatives(tried);
        if (made == null || tried.size() == requests.size()) {
            return made == null ? elsewhere.renderAll(original, requests, notices) : made;
        }
        List<RenderRequest> others = new ArrayList<>(requests);
        others.removeIf(request -> here.test(request.format()));
        Iterator<byte[]> ours = made.iterator();
        Iterator<byte[]> theirs = elsewhere.renderAll(original, others, notices).iterator();
        return requests.stream()
                .map(request -> (here.test(request.format()) ? ours : theirs).next())
                .toList();
    }
}
