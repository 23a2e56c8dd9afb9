package io.edgepix.originresponse.child;

import io.edgepix.cloudfront.EdgeResponse;
import io.edgepix.cloudfront.EventJson;
import io.edgepix.originresponse.OriginResponseHandler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Answers events that come over a socket, one after the other, until the other side hangs up. What comes is the event's
 * JSON; what goes back is the response's JSON, and a picture's bytes as the body.
 */
final class Child {
    private final OriginResponseHandler handler;

    Child(OriginResponseHandler handler) {
        this.handler = handler;
    }

    /**
     * Connects to the launcher, which takes that as the sign that all is ready, and serves it.
     *
     * @throws IllegalArgumentException if what comes is no origin-response event
     */
    void serve(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            for (Frame event = Frame.read(in); event != null; event = Frame.read(in)) {
                answer(event.json()).write(out);
            }
        }
    }

    private Frame answer(String event) {
        EdgeResponse response = handler.respond(EventJson.read(event));
        return new Frame(EventJson.write(response), response.binaryBody());
    }
}
