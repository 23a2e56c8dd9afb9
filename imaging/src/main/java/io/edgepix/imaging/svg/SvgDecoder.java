package io.edgepix.imaging.svg;

import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Decoder;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.model.Crop;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.recognition.XmlRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes SVG with librsvg, at the size of the derivative, without scripts and external resources. */
public final class SvgDecoder implements Decoder {
    /** An open SVG. */
    private final class SvgOriginal implements Original {
        private final String document;
        private final SvgSize size;

        SvgOriginal(String document, SvgSize size) {
            this.document = document;
            this.size = size;
        }

        @Override
        public Header header() {
            return Header.ofVector(size.width(), size.height());
        }

        /** Returns 0, since the drawing program is stopped if it takes too long. */
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Decoded decode(Detail detail) throws IOException {
            List<Notice> notices = new ArrayList<>();
            String rewritten = SvgRewriter.rewritten(
                    document, size, SvgDecoder.this::fonts, text -> notices.add(Notice.leftOut(text)));
            return new Drawing(SvgDocument.of(rewritten), notices);
        }
    }

    /** An SVG that is ready to be drawn. */
    private final class Drawing implements Decoded {
        private final SvgDocument svg;
        private final List<Notice> notices;

        Drawing(SvgDocument svg, List<Notice> notices) {
            this.svg = svg;
            this.notices = notices;
        }

        @Override
        public Picture shrink(Header header, Crop frame) throws IOException, UnrenderableException {
            return draw(svg, SvgArea.of(frame, svg.size()));
        }

        @Override
        public List<Notice> notices() {
            return notices;
        }
    }

    private final SvgProgram program;
    private final NativeBudget budget;
    private @Nullable FontCoverage fonts;

    public SvgDecoder(SvgProgram program, NativeBudget budget) {
        this.program = program;
        this.budget = budget;
    }

    @Override
    public String name() {
        return "SVG";
    }

    @Override
    public boolean readsDrawings() {
        return true;
    }

    @Override
    public boolean recognises(byte[] bytes) {
        return XmlRoot.name(bytes).filter("svg"::equals).isPresent();
    }

    @Override
    public Original open(byte[] bytes) throws IOException {
        String document = XmlText.of(bytes);
        return new SvgOriginal(document, SvgDocument.size(document));
    }

    private synchronized FontCoverage fonts() {
        if (fonts == null) {
            try {
                fonts = FontCoverage.of(program.fonts());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return fonts;
    }

    private Picture draw(SvgDocument svg, SvgArea area) throws IOException, UnrenderableException {
        byte[] sized = svg.at(area.wholeWidth(), area.wholeHeight());
        try (NativeBudget.Part _ = budget.require(SvgProgram.memory(sized, area))) {
            return program.draw(sized, area);
        }
    }
}
