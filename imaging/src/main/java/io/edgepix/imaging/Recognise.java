package io.edgepix.imaging;

import io.edgepix.imaging.UnrenderableException.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the format by the first bytes; names and content types lie. */
final class Recognise implements Step {
    private final List<Decoder> decoders;

    Recognise(List<Decoder> decoders) {
        this.decoders = decoders;
    }

    @Override
    public void run(Work work) throws UnrenderableException {
        for (Decoder decoder : decoders) {
            if (decoder.recognises(work.original)) {
                work.decoder(decoder);
                return;
            }
        }
        String names = decoders.stream().map(Decoder::name).collect(Collectors.joining(", "));
        String came = work.original.length == 0 ? "there are no bytes." : "the first bytes are those of none of them.";
        throw new UnrenderableException(
                Reason.NOT_A_PICTURE, "Expected a picture in one of " + names + ", and " + came);
    }
}
