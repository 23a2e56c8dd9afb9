package io.edgepix.regional;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The function. It throws an exception only if the event is not one of a function URL, and an Error only if this process
 * cannot continue.
 */
public final class RegionalHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, RequestStreamHandler {
    private final SnapshotAnswers answers;

    /**
     * Creates the function from environment variables.
     *
     * @throws IllegalArgumentException if one is missing or wrong
     * @throws io.edgepix.derivative.ConfigException if the configuration cannot be read, or offers a format that the
     *     renderer cannot write
     */
    public RegionalHandler() {
        answers = SnapshotAnswers.of(System.getenv());
    }

    /**
     * Answers an event.
     *
     * @throws IllegalArgumentException if it is not an event of a function URL
     */
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return UrlEvent.response(answers.of(UrlEvent.request(event)));
    }

    /**
     * Answers an event in JSON. Of both methods Lambda calls this one, since it has more parameters. Lambda's own reader
     * of events would need 0.3 s to load.
     *
     * @throws IllegalArgumentException if it is not an event of a function URL
     */
    @Override
    public void handleRequest(InputStream event, OutputStream response, @Nullable Context context) throws IOException {
        EventJson.write(handleRequest(EventJson.read(event), context), response);
    }
}
