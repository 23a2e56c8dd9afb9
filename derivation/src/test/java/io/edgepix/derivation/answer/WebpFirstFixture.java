package io.edgepix.derivation.answer;

import io.edgepix.derivative.Format;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Requests for AVIF while a WebP is answered in its place. */
class WebpFirstFixture extends AnswersFixture {
    static final String AVIF_PATH = "/200x200/avif/images/cat.jpg";
    static final byte[] AVIF = {7, 7, 7};
    static final String CONFIG = "\"avif\":{\"first\":\"webp\"}";
    static final String FROM_EDGE = CONFIG + ",\"pregenerate\":{\"fromEdge\":true}";
    static final String REQUEST = "putEmpty .edgepix/requests/200x200/avif/images/cat.jpg";
    static final String ATTEMPT = ".edgepix/attempts/200x200/avif/images/cat.jpg";

    /** Stands for the end of a process by its launcher. */
    static final class ProcessDeath extends VirtualMachineError {}

    @BeforeEach
    void writeAvif() {
        renderer.writes = Set.of(Format.AVIF, Format.WEBP, Format.JPEG, Format.PNG);
        renderer.rendering = (original, request) -> request.format() == Format.AVIF ? AVIF : DERIVATIVE;
    }

    Answer answer(String config, AnswerRequest request) {
        return answer(answers("{" + config + "}"), request);
    }

    Answer revalidate(String config, Answer stale) {
        return answer(config, revalidation("GET", AVIF_PATH, header(stale, "etag")));
    }

    List<Format> rendered() {
        return renderer.rendered.stream().map(request -> request.format()).toList();
    }

    long requests() {
        return store.calls.stream().filter(REQUEST::equals).count();
    }
}
