package io.edgepix.localedge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers invalid HTTP requests, which no function sees, with one line of text. */
final class PlainErrors extends ErrorHandler {
    private final Consumer<String> accessLog;

    PlainErrors(Consumer<String> accessLog) {
        this.accessLog = accessLog;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        accessLog.accept(line(request, response));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("X-Cache", "Error from edgepix");
        response.write(true, ByteBuffer.wrap((sentence(response) + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    /** Returns the request line; Jetty uses placeholders for a request that it could not read. */
    private static String line(Request request, Response response) {
        HttpURI uri = request.getHttpURI();
        boolean isRead = uri != null && !request.getMethod().equals("BAD");
        return AccessLine.ofMalformed(
                Instant.now(),
                isRead ? request.getMethod() : "-",
                isRead ? Objects.requireNonNullElse(uri.getPathQuery(), "-") : "-",
                response.getStatus(),
                sentence(response));
    }

    private static String sentence(Response response) {
        return HttpStatus.getMessage(response.getStatus()) + ".";
    }
}
