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
import java.util.Optional;

/**
 * Answers events from a socket, one at a time, until the launcher closes it. A request frame contains the event's JSON.
 * A response frame contains the response's JSON and, as the body, the bytes of a picture.
 */
final class Child {
    private final OriginResponseHandler handler;

    Child(OriginResponseHandler handler) {
        this.handler = handler;
    }

    /**
     * Connects to the launcher and answers its events. The connection tells the launcher that this process is ready.
     *
     * @throws IllegalArgumentException if a frame does not contain an origin-response event
     */
    void serve(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            for (Optional<Frame> event = Frame.read(in); event.isPresent(); event = Frame.read(in)) {
                answer(event.get().json()).write(out);
            }
        }
    }

    private Frame answer(String event) {
        EdgeResponse response = handler.respond(EventJson.read(event));
        return new Frame(EventJson.write(response), response.binaryBody());
    }
}
