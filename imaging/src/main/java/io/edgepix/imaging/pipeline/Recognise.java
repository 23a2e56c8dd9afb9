package io.edgepix.imaging.pipeline;

import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.model.UnrenderableException.Reason;
import io.edgepix.imaging.recognition.FileKind;
import io.edgepix.imaging.recognition.RawPicture;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the format by the first bytes; names and content types lie. What nobody reads is named to the viewer. */
public final class Recognise implements Step {
    private final List<Decoder> decoders;

    public Recognise(List<Decoder> decoders) {
        this.decoders = decoders;
    }

    @Override
    public void run(Work work) throws UnrenderableException {
        String raw = RawPicture.kind(work.original());
        if (raw != null) {
            throw refusal("The file is camera RAW (" + raw + "), which is not read here; ", ".");
        }
        for (Decoder decoder : decoders) {
            if (decoder.recognises(work.original())) {
                work.decoder(decoder);
                return;
            }
        }
        if (work.original().length == 0) {
            throw refusal("The file is empty; ", " read here.");
        }
        String kind = FileKind.of(work.original());
        throw kind == null
                ? refusal("The file is of no known format; ", " read here.")
                : refusal("The file is " + kind + ", which is not read here; ", ".");
    }

    private UnrenderableException refusal(String what, String end) {
        String last = decoders.getLast().name();
        String others =
                decoders.stream().limit(decoders.size() - 1L).map(Decoder::name).collect(Collectors.joining(", "));
        String all = others.isEmpty() ? last + " is" : others + " and " + last + " are";
        return new UnrenderableException(Reason.NOT_A_PICTURE, what + all + end);
    }
}
