package io.edgepix.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.mockStatic;

import io.edgepix.derivative.Fit;
import io.edgepix.derivative.Format;
import io.edgepix.derivative.Size;
import io.edgepix.imaging.codec.Animation;
import io.edgepix.imaging.codec.Decoded;
import io.edgepix.imaging.codec.Original;
import io.edgepix.imaging.contract.Contract;
import io.edgepix.imaging.foreign.NativeLibrary;
import io.edgepix.imaging.foreign.NativeMemory;
import io.edgepix.imaging.jpeg.JpegDcOnly;
import io.edgepix.imaging.likeness.DecodedImage;
import io.edgepix.imaging.model.Detail;
import io.edgepix.imaging.model.Header;
import io.edgepix.imaging.model.Notice;
import io.edgepix.imaging.model.Notice.Kind;
import io.edgepix.imaging.model.RenderRequest;
import io.edgepix.imaging.model.UnrenderableException;
import io.edgepix.imaging.originals.Originals;
import io.edgepix.imaging.originals.Paint;
import io.edgepix.imaging.pipeline.Opened;
import io.edgepix.imaging.planar.NativeCode;
import io.edgepix.imaging.planar.NativeDecoder;
import io.edgepix.imaging.planar.NativeOriginal;
import io.edgepix.imaging.planar.NativeSamples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.MockedStatic;

/** Tests that slower code renders a picture if faster code gives up, and that a notice reports the reason. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class GivingUpTest {
    private record FailingDecoder(Throwable failure, boolean opening) implements NativeDecoder {
        @Override
        public boolean reads(Original original) {
            return true;
        }

        @Override
        public NativeOriginal open(Original original) {
            if (opening) {
                throw GivingUpTest.<RuntimeException>thrown(failure);
            }
            return new NativeOriginal() {
                @Override
                public long memory(double shrink) {
                    return 1;
                }

                @Override
                public NativeSamples decode(NativeMemory memory, double shrink) {
                    throw GivingUpTest.<RuntimeException>thrown(failure);
                }
            };
        }
    }

    private record FailingAnimation(Original original, Throwable failure) implements Original {
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
            return original.decode(detail);
        }

        @Override
        public Optional<Animation> animation() {
            throw GivingUpTest.<RuntimeException>thrown(failure);
        }
    }

    private final NativeCode code = new NativeCode(NativeLibrary.find().orElseThrow());
    private final PortableRenderer portable = NativeRenderer.portable(Contract.ROOMY, code);
    private final List<Notice> notices = new ArrayList<>();

    private static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NullPointerException("a field"), Kind.FAULT),
                Arguments.of(new IndexOutOfBoundsException(7), Kind.FAULT),
                Arguments.of(new IllegalStateException("libwebp could not encode"), Kind.FAULT),
                Arguments.of(new IOException("cut short"), Kind.SLOWER),
                Arguments.of(new OutOfMemoryError("7 bytes"), Kind.SLOWER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void openingNatively_isLeftToThePortableRenderer(Throwable failure, Kind kind) throws Exception {
        assertLeft(new FailingDecoder(failure, true), failure, kind);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void decodingNatively_isLeftToThePortableRenderer(Throwable failure, Kind kind) throws Exception {
        assertLeft(new FailingDecoder(failure, false), failure, kind);
    }

    private void assertLeft(NativeDecoder failing, Throwable failure, Kind kind) throws Exception {
        Renderer renderer = new NativeRenderer.Opening(portable, new NativeRenderer(code, List.of(failing), portable));

        byte[] derivative = renderer.renderAll(
                        Originals.png(Paint.corners(20, 10)), List.of(request(Format.JPEG)), notices::add)
                .getFirst();

        DecodedImage.in(derivative).hasSize(20, 10);
        assertThat(notices)
                .containsExactly(new Notice(kind, "left to the portable renderer: native code failed: " + failure));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void animatingNatively_fallsBackToTheRendererOfStills(Throwable failure, Kind kind) throws Exception {
        Opened png = portable.open(Originals.png(Paint.corners(20, 10)));
        Opened failing =
                new Opened(png.bytes(), png.decoder(), new FailingAnimation(png.original(), failure), Optional.empty());

        byte[] derivative = new AnimatingRenderer(
                        Contract.ROOMY,
                        code,
                        (original, requests, notices) -> portable.renderAll(png, requests, notices))
                .renderAll(failing, List.of(request(Format.WEBP)), notices::add)
                .getFirst();

        DecodedImage.in(derivative).hasSize(20, 10);
        assertThat(notices).containsExactly(new Notice(kind, "not animated: native code failed: " + failure));
    }

    @Test
    void anIndexErrorInAWholeJpeg_isAFault() throws Exception {
        Renderer renderer = NativeRenderer.find(Contract.ROOMY).orElseThrow();
        IndexOutOfBoundsException failure = new IndexOutOfBoundsException(7);

        try (MockedStatic<JpegDcOnly> first = mockStatic(JpegDcOnly.class)) {
            first.when(() -> JpegDcOnly.suffice(any(), anyDouble()))
                    .thenThrow(failure)
                    .thenReturn(false);
            renderer.renderAll(Originals.jpeg(Paint.corners(320, 160)), List.of(request(Format.WEBP)), notices::add);
        }

        assertThat(notices)
                .containsExactly(
                        new Notice(Kind.FAULT, "left to the portable renderer: native code failed: " + failure));
    }

    private static RenderRequest request(Format format) {
        return new RenderRequest(new Size(20, 20), Fit.CONTAIN, format, 80, 0);
    }

    private static <T extends Throwable> RuntimeException thrown(Throwable failure) throws T {
        @SuppressWarnings("unchecked") // thrown as an unchecked exception
        T any = (T) failure;
        throw any;
    }
}
