package io.edgepix.pregenerate.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.Config;
import io.edgepix.configuration.ConfigReader;
import io.edgepix.derivation.snapshot.PrimingPictures;
import io.edgepix.documents.RenderedDocument;
import io.edgepix.imaging.NativeRenderer;
import io.edgepix.imaging.PortableRenderer;
import io.edgepix.imaging.Renderer;
import io.edgepix.imaging.model.Limits;
import io.edgepix.pregenerate.aws.AwsWorkers;
import io.edgepix.pregenerate.document.DocumentRendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the events that are processed before a snapshot. */
class WorkerPrimingTest {
    private static final Limits LIMITS = new Limits(1 << 20, 1 << 20);

    private final List<String> log = new ArrayList<>();

    @Test
    void run_withNativeLibraries_storesEveryOriginalInEveryFormat() throws Exception {
        Renderer renderer = NativeRenderer.find(LIMITS).orElseThrow();

        int stored = new WorkerPriming(config("\"webp\"", ""), renderer, Optional.empty(), log::add).run(2);

        assertThat(PrimingPictures.all(renderer).keySet())
                .contains(
                        "baseline.jpg", "progressive.jpg", "alpha.png", "picture.webp", "picture.avif", "drawing.svg");
        assertThat(stored).isEqualTo(2 * PrimingPictures.all(renderer).size());
        assertThat(log).isEmpty();
    }

    @Test
    void run_ifOriginalsHaveAPrefix_rendersThemToo() throws Exception {
        Renderer renderer = NativeRenderer.find(LIMITS).orElseThrow();

        int stored = new WorkerPriming(
                        config("\"webp\"", ", \"prefix\": \"a b/\""), renderer, Optional.empty(), log::add)
                .run(1);

        assertThat(stored).isEqualTo(PrimingPictures.all(renderer).size());
    }

    @Test
    void run_portably_namesWhatItCannotRenderOnce() throws Exception {
        Renderer renderer = new PortableRenderer(LIMITS);

        int stored = new WorkerPriming(config("\"webp\"", ""), renderer, Optional.empty(), log::add).run(2);

        assertThat(stored).isEqualTo(2 * (PrimingPictures.all(renderer).size() - 1));
        assertThat(log).containsExactly("edgepix: priming: cannot render drawing.svg");
    }

    @Test
    void run_ifTheFunctionRendersDocuments_rendersOneInEachRound() throws Exception {
        Renderer renderer = new PortableRenderer(LIMITS);
        Config config = ConfigReader.read("""
                {"pregenerate": {"sizes": [], "formats": []}, "documents": {"prefix": "invoices/"}}""");
        DocumentRendering documents = AwsWorkers.documents(config, renderer);
        List<Integer> pages = new ArrayList<>();

        new WorkerPriming(
                        config,
                        renderer,
                        Optional.of((request, files) -> {
                            RenderedDocument document = documents.render(request, files);
                            pages.add(document.pages());
                            return document;
                        }),
                        log::add)
                .run(2);

        assertThat(pages).containsExactly(2, 2);
    }

    private static Config config(String formats, String more) {
        return ConfigReader.read(
                "{\"pregenerate\": {\"sizes\": [\"200x100\"], \"formats\": [" + formats + "]" + more + "}}");
    }
}
