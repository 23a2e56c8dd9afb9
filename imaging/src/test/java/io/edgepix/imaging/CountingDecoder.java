package io.edgepix.imaging;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Passes originals to another decoder, and records how often and how finely it decodes. */
final class CountingDecoder implements Decoder {
    private final class CountingOriginal implements Original {
        private final Original original;

        CountingOriginal(Original original) {
            this.original = original;
        }

        @Override
        public Header header() {
            return original.header();
        }

        @Override
        public long nanos() throws IOException, UnrenderableException {
            return original.nanos();
        }

        @Override
        public Decoded decode(Detail detail) throws IOException, UnrenderableException {
            details.add(detail);
            return original.decode(detail);
        }
    }

    private final Decoder decoder;
    private final List<Detail> details = new ArrayList<>();
    private int opened;

    CountingDecoder(Decoder decoder) {
        this.decoder = decoder;
    }

    List<Detail> details() {
        return details;
    }

    /** Returns the number of times that an original was opened. */
    int opened() {
        return opened;
    }

    @Override
    public String name() {
        return decoder.name();
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return decoder.recognises(bytes);
    }

    @Override
    public Original open(byte[] bytes) throws IOException, UnrenderableException {
        opened++;
        return new CountingOriginal(decoder.open(bytes));
    }
}
