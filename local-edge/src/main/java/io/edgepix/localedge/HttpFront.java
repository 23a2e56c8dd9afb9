package io.edgepix.localedge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Between Jetty and the distribution: the request as it was sent, and the answer with its headers. */
final class HttpFront extends Handler.Abstract {
    /** Between two parties of one connection, so that neither events nor answers carry them on. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection", "content-length", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade");

    private final Distribution distribution;
    private final Consumer<String> accessLog;

    HttpFront(Distribution distribution, Consumer<String> accessLog) {
        this.distribution = distribution;
        this.accessLog = accessLog;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ViewerRequest viewer = read(request);
        Reply reply = distribution.serve(viewer);
        accessLog.accept(line(viewer, reply));
        write(viewer, reply, response, callback);
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

    /** A path is percent-encoded before anybody looks at it, so raw UTF-8 and blanks are encoded here. */
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

    private static void write(ViewerRequest viewer, Reply reply, Response response, Callback callback) {
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
        boolean bodiless = answer.status() == 304 || answer.status() == 204;
        String length = lengthOf(viewer, answer);
        if (!bodiless && length != null) {
            headers.put("Content-Length", length);
        }
        boolean send = !bodiless && !viewer.isHead();
        response.write(true, send ? ByteBuffer.wrap(answer.body()) : ByteBuffer.allocate(0), callback);
    }

    /** To a HEAD that has no body, the length is what S3 says it would have sent, or not known. */
    private static @Nullable String lengthOf(ViewerRequest viewer, Answer answer) {
        return viewer.isHead() && answer.body().length == 0
                ? answer.headers().get("content-length")
                : Integer.toString(answer.body().length);
    }

    private static String line(ViewerRequest viewer, Reply reply) {
        return viewer.method() + " " + viewer.uri() + (viewer.query().isEmpty() ? "" : "?" + viewer.query()) + " -> "
                + reply.uri() + " " + reply.answer().status() + " " + reply.xCache();
    }
}
