package io.edgepix.imaging;

import io.edgepix.derivative.Format;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.pipeline.Opened;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Splits the requests of a call by format. One renderer tries some of them, and another renders the rest.
 *
 * @param here whether requests for a format are tried
 * @param attempt renders the requests that are tried
 * @param elsewhere renders the other requests, and those whose attempt fails
 */
record SplitRequests(Predicate<Format> here, Attempt attempt, OriginalRenderer elsewhere) {
    /** Renders the requests that are tried. */
    interface Attempt {
        /** Returns the derivatives; empty if the other renderer has to render them as well. */
        Optional<List<byte[]>> derivatives(List<RenderRequest> requests) throws UnrenderableException;
    }

    /** Returns the derivatives, in the order of the requests. */
    List<byte[]> renderAll(Opened original, List<RenderRequest> requests, Consumer<Notice> notices)
            throws UnrenderableException {
        List<RenderRequest> tried = new ArrayList<>(requests);
        tried.removeIf(request -> !here.test(request.format()));
        Optional<List<byte[]>> made = tried.isEmpty() ? Optional.empty() : attempt.derivatives(tried);
        if (made.isEmpty()) {
            return elsewhere.renderAll(original, requests, notices);
        }
        if (tried.size() == requests.size()) {
            return made.get();
        }
        List<RenderRequest> others = new ArrayList<>(requests);
        others.removeIf(request -> here.test(request.format()));
        Iterator<byte[]> ours = made.get().iterator();
        Iterator<byte[]> theirs = elsewhere.renderAll(original, others, notices).iterator();
        return requests.stream()
                .map(request -> (here.test(request.format()) ? ours : theirs).next())
                .toList();
    }
}
