package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.recognition.FileKind;
import io.edgepix.imaging.recognition.RawPicture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the decoder of a file by its first bytes, because names and content types can be wrong. Refusals name the
 * format of the file if it is known.
 */
final class Recognise {
    private final List<Decoder> decoders;

    Recognise(List<Decoder> decoders) {
        this.decoders = decoders;
    }

    /**
     * Returns the decoder of a file.
     *
     * @throws UnrenderableException if there is none
     */
    Decoder decoder(byte[] file) throws UnrenderableException {
        Optional<String> raw = RawPicture.kind(file);
        if (raw.isPresent()) {
            throw refusal("The file is camera RAW (" + raw.get() + "), which is not supported; ", ".");
        }
        for (Decoder decoder : decoders) {
            if (decoder.recognises(file)) {
                return decoder;
            }
        }
        if (file.length == 0) {
            throw refusal("The file is empty; ", " supported.");
        }
        throw FileKind.of(file)
                .map(kind -> refusal("The file is " + kind + ", which is not supported; ", "."))
                .orElseGet(() -> refusal("The format of the file is unknown; ", " supported."));
    }

    private UnrenderableException refusal(String what, String end) {
        String last = decoders.getLast().name();
        String others =
                decoders.stream().limit(decoders.size() - 1L).map(Decoder::name).collect(Collectors.joining(", "));
        String all = others.isEmpty() ? last + " is" : others + " and " + last + " are";
        return new UnrenderableException(Reason.NOT_A_PICTURE, what + all + end);
    }
}
