package io.edgepix.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.imaging.model.Dimensions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that boxes larger than the original, which show the same picture, are stored once. */
class CanonicalizerTest extends DeriverFixture {
    private static final List<Integer> RUNGS = List.of(800, 1000, 1200, 1440, 1920, 2560, 3200, 4096);

    @BeforeEach
    void small() {
        renderer.size = new Dimensions(800, 600);
    }

    private byte[] ask(String config, String sizeAndOptions) throws DerivationException {
        return derive(config, "/" + sizeAndOptions + "/webp/" + KEY)
                .orElseThrow()
                .bytes();
    }

    private Set<String> stored() {
        return store.derivatives.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .collect(Collectors.toSet());
    }

    @Test
    void derive_manyBoxesThatShowTheWholeOriginal_leaveOneObject() throws Exception {
        List<String> boxes = new ArrayList<>();
        for (int width : RUNGS) {
            for (int height : RUNGS.subList(1, 5)) {
                boxes.add(width + "x" + height);
                boxes.add(width + "x" + height + "-fill");
            }
        }
        boxes.addAll(List.of("800x600-cover", "1600x1200-cover-fp0x0", "1440x", "x600", "x4096"));
        String config = "{\"sizes\":{\"ladder\":[600,800,1000,1200,1440,1600,1920,2560,3200,4096]}}";

        Set<ByteBuffer> bodies = new HashSet<>();
        for (String box : boxes) {
            bodies.add(ByteBuffer.wrap(ask(config, box)));
        }

        assertThat(boxes).hasSizeGreaterThan(40);
        assertThat(bodies).hasSize(1);
        assertThat(renderer.rendered).hasSize(1);
        assertThat(stored()).containsExactly("800x600");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ladder\":[300,1000]}', 1000x1000, 1000x1000",
        "'{\"ladder\":[300,1000]}', 1000x, 1000x1000",
        "'{\"ladder\":[300,1000,4096]}', 4096x4096-cover, 1000x1000-cover",
        "'{\"ladder\":[300,1000,4096]}', 4096x1000-cover, 4096x1000-cover",
        "'{\"ladder\":[300,1000]}', 300x300, 300x300",
        "'{\"ladder\":[300,1000]}', 300x1000-fill, 300x1000-fill",
        "'{\"ladder\":[300,1000,4096]}', 4096x4096-pad, 4096x4096-pad",
        "'{\"list\":[\"900x900\",\"4096x\",\"1200x700\"]}', 4096x, 900x900",
        "'{\"list\":[\"900x900\",\"4096x\",\"1200x700\"]}', 900x900, 900x900",
        "'{\"list\":[\"4096x\",\"200x200\"]}', 4096x, 4096x",
        "'{\"open\":2000}', 801x1999, 800x600",
        "'{\"open\":2000}', 1777x, 800x600",
        "'{\"open\":2000}', 900x900-cover, 600x600-cover",
        "'{\"open\":2000}', 900x900-cover-fp0x0-q60, 600x600-cover-fp0x50-q60",
        "'{\"open\":2000}', 900x900-q60, 800x600-q60",
        "'{\"open\":2000}', 799x599, 799x599",
    })
    void derive_aBox_isStoredUnderTheFirstOfferedOneThatIsTheSamePicture(String sizes, String asked, String canonical)
            throws Exception {
        ask("{\"presets\":{},\"sizes\":" + sizes + "}", asked);

        assertThat(stored()).containsExactly(canonical);
    }

    @Test
    void derive_ifTheFreeSideExceedsTheLargestSize_keepsThatSideFree() throws Exception {
        renderer.size = new Dimensions(1200, 5000);

        ask("{\"sizes\":{\"open\":2000}}", "1500x");

        assertThat(stored()).containsExactly("1200x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contain", "cover", "fill", "pad"})
    void derive_anyDefaultFit_findsAPathForTheWholeOriginal(String fit) throws Exception {
        String config = "{\"defaultFit\":\"" + fit + "\",\"sizes\":{\"open\":2000}}";

        ask(config, "1500x");
        ask(config, "x1500");

        assertThat(stored()).hasSize(1);
        assertThat(renderer.rendered).hasSize(1);
    }

    @Test
    void derive_theCanonicalOneIsThere_isAnsweredAsItIsStoredWithoutRendering() throws Exception {
        Rendition first = rendition("/800x600/webp/" + KEY);
        renderer.rendering = (original, request) -> new byte[] {9};

        Rendition larger = rendition("/4096x4096/webp/" + KEY);

        assertThat(renderer.rendered).hasSize(1);
        assertThat(larger.bytes()).isEqualTo(FakeRenderer.derivative());
        assertThat(larger.derivative()).isEqualTo(first.derivative());
        assertThat(larger.validators()).isEqualTo(first.validators());
        assertThat(larger.storage()).isEqualTo(Rendition.Storage.FOUND);
    }

    @Test
    void derive_theCanonicalOneOfAnEarlierOriginal_isRenderedAgain() throws Exception {
        derive("/800x800/webp/" + KEY);
        store.originals.put(KEY, new byte[] {7, 7});
        renderer.rendering = (original, request) -> new byte[] {9};

        assertThat(rendition("/4096x4096/webp/" + KEY).bytes()).containsExactly(9);
        assertThat(store.derivatives.values())
                .singleElement()
                .satisfies(stored -> assertThat(stored.bytes()).containsExactly(9));
    }

    @Test
    void derive_theCanonicalOneCannotBeRead_isRendered() throws Exception {
        store.failing.add("find");

        assertThat(derive("/4096x4096/webp/" + KEY)).isPresent();
        assertThat(log.count(DerivationLog.Kind.FETCH_FAILED)).isOne();
    }

    @Test
    void derive_otherFormats_areStoredApart() throws Exception {
        derive("/4096x4096/webp/" + KEY);
        derive("/4096x4096/jpeg/" + KEY);

        assertThat(store.derivatives).hasSize(2);
    }

    @Test
    void derive_aBoxThatShrinks_readsNothingElseFromTheBucket() throws Exception {
        derive("/200x200/webp/" + KEY);

        assertThat(store.calls).containsExactly("get " + KEY, "put 200x200/webp/" + KEY, "etag " + KEY);
    }

    @Test
    void derive_focalPointsThatDifferAlongTheAxisThatIsNotCut_leaveOneObject() throws Exception {
        Set<ByteBuffer> bodies = new HashSet<>();
        for (String focus : List.of("fp30x0", "fp30x20", "fp30x100")) {
            bodies.add(ByteBuffer.wrap(ask("{}", "100x100-cover-" + focus)));
        }
        ask("{}", "100x100-cover-fp70x20");
        ask("{}", "200x200-cover-fp50x0");

        assertThat(bodies).hasSize(1);
        assertThat(stored())
                .containsExactlyInAnyOrder("100x100-cover-fp30x50", "100x100-cover-fp70x50", "200x200-cover");
    }
}
