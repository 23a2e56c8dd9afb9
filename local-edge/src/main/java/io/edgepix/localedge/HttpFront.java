package io.edgepix.localedge;

import io.edgepix.localedge.function.Events;
import io.edgepix.localedge.http.Answer;
import io.edgepix.localedge.http.Headers;
import io.edgepix.localedge.http.ViewerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes requests from Jetty to the distribution as they were sent, and writes its answers. */
final class HttpFront extends Handler.Abstract {
    /** Headers about one connection, which are neither in events nor in answers. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection", "content-length", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade");

    private static final byte[] NO_BODY = new byte[0];

    private final Distribution distribution;
    private final Consumer<String> accessLog;

    HttpFront(Distribution distribution, Consumer<String> accessLog) {
        this.distribution = distribution;
        this.accessLog = accessLog;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Instant time = Instant.now();
        long start = System.nanoTime();
        ViewerRequest viewer = read(request);
        Reply reply = distribution.serve(viewer);
        byte[] body = bodyOf(viewer, reply.answer());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        accessLog.accept(AccessLine.of(time, viewer, reply, body.length, millis));
        ForeignQuery.hint(viewer, reply).ifPresent(accessLog);
        write(viewer, reply, body, response, callback);
        return true;
    }

    private static ViewerRequest read(Request request) {
        String target = request.getHttpURI().getPathQuery();
        String sent = ascii(target == null || target.isEmpty() ? "/" : target);
        int query = sent.indexOf('?');
        return new ViewerRequest(
                UUID.randomUUID().toString().replace("-", ""),
                Request.getRemoteAddr(request),
                request.getMethod(),
                query < 0 ? sent : sent.substring(0, query),
                query < 0 ? "" : sent.substring(query + 1),
                headers(request.getHeaders()));
    }

    /** Percent-encodes raw UTF-8 and blanks, because all other code expects an encoded path. */
    private static String ascii(String target) {
        StringBuilder ascii = new StringBuilder(target.length());
        for (byte octet : target.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7f) {
                ascii.append((char) octet);
            } else {
                ascii.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return ascii.toString();
    }

    private static Headers headers(HttpFields fields) {
        Headers headers = new Headers();
        for (HttpField field : fields) {
            String value = field.getValue();
            boolean endToEnd = !HOP_BY_HOP.contains(field.getLowerCaseName()) || isLength(field);
            if (endToEnd) {
                headers.add(field.getName(), value == null ? "" : value);
            }
        }
        return headers;
    }

    private static boolean isLength(HttpField field) {
        return field.getLowerCaseName().equals("content-length");
    }

    private static byte[] bodyOf(ViewerRequest viewer, Answer answer) {
        return isBodiless(answer) || viewer.isHead() ? NO_BODY : answer.body();
    }

    private static boolean isBodiless(Answer answer) {
        return answer.status() == 304 || answer.status() == 204;
    }

    private static void write(ViewerRequest viewer, Reply reply, byte[] body, Response response, Callback callback) {
        Answer answer = reply.answer();
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        for (Headers.Field field : answer.headers().fields()) {
            if (field.is("date")) {
                headers.put("Date", field.value());
            } else if (!HOP_BY_HOP.contains(field.name().toLowerCase(Locale.ROOT))) {
                headers.add(field.name(), field.value());
            }
        }
        headers.put("Via", Events.VIA);
        headers.put("X-Amz-Cf-Id", viewer.id());
        headers.put("X-Cache", reply.xCache());
        Optional<String> length = lengthOf(viewer, answer);
        if (!isBodiless(answer) && length.isPresent()) {
            headers.put("Content-Length", length.get());
        }
        if (length.isPresent() || isBodiless(answer)) {
            response.write(true, ByteBuffer.wrap(body), callback);
        } else {
            // With its body in a single write, Jetty would set a length of 0.
            response.write(
                    false,
                    ByteBuffer.wrap(body),
                    Callback.from(() -> response.write(true, ByteBuffer.allocate(0), callback), callback::failed));
        }
    }

    /** Returns the length of the body; for a HEAD, the length that S3 states, or empty if it states none. */
    private static Optional<String> lengthOf(ViewerRequest viewer, Answer answer) {
        return viewer.isHead() && answer.body().length == 0
                ? answer.headers().get("content-length")
                : Optional.of(Integer.toString(answer.body().length));
    }
}
