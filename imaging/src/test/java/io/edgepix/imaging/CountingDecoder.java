package io.edgepix.imaging;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes as another does, and remembers how often and how finely it was asked to. */
final class CountingDecoder implements Decoder {
    private final Decoder decoder;
    private final List<Detail> details = new ArrayList<>();

    CountingDecoder(Decoder decoder) {
        this.decoder = decoder;
    }

    List<Detail> details() {
        return details;
    }

    @Override
    public String name() {
        return decoder.name();
    }

    @Override
    public boolean recognises(byte[] original) {
        return decoder.recognises(original);
    }

    @Override
    public Header header(byte[] original) throws IOException, UnrenderableException {
        return decoder.header(original);
    }

    @Override
    public long nanos(byte[] original, Header header) throws IOException, UnrenderableException {
        return decoder.nanos(original, header);
    }

    @Override
    public Decoded decode(byte[] original, Detail detail) throws IOException, UnrenderableException {
        details.add(detail);
        return decoder.decode(original, detail);
    }
}
