package io.edgepix.imaging.svg;

import io.edgepix.imaging.codec.VectorDecoder;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.picture.Picture;
import io.edgepix.imaging.planar.NativeBudget;
import io.edgepix.imaging.recognition.XmlRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SVG, drawn by librsvg at the size that is needed, without scripts, and with nothing from outside. */
public final class SvgDecoder implements VectorDecoder {
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
    public boolean recognises(byte[] original) {
        return XmlRoot.name(original).equals("svg");
    }

    @Override
    public Header header(byte[] original) throws IOException {
        SvgSize size = SvgDocument.size(XmlText.of(original));
        return Header.ofVector(size.width(), size.height());
    }

    /** Its program is stopped when it takes too long. */
    @Override
    public long nanos(byte[] original, Header header) {
        return 0;
    }

    @Override
    public Drawing open(byte[] original, Consumer<String> notices) throws IOException {
        String document = XmlText.of(original);
        String rewritten = SvgRewriter.rewritten(document, SvgDocument.size(document), this::fonts, notices);
        SvgDocument svg = SvgDocument.of(rewritten);
        return frame -> draw(svg, SvgArea.of(frame, svg.size()));
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
        try (NativeBudget.Part part = budget.take(SvgProgram.memory(sized, area))) {
            if (part == null) {
                throw new OutOfMemoryError("Too little memory outside the heap for an SVG");
            }
            return program.draw(sized, area);
        }
    }
}
