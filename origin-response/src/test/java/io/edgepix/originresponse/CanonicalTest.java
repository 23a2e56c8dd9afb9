package io.edgepix.originresponse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.edgepix.imaging.model.Upright;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes larger than the original, which are all the same picture, are stored once. */
class CanonicalTest extends HandlerFixture {
    private static final List<Integer> RUNGS = List.of(800, 1000, 1200, 1440, 1920, 2560, 3200, 4096);

    @BeforeEach
    void small() {
        size = new Upright(800, 600);
    }

    private JsonObject ask(OriginResponseHandler handler, String sizeAndOptions) {
        return invoke(handler, OriginEvent.missing("/" + sizeAndOptions + "/webp/" + KEY));
    }

    private Set<String> stored() {
        return store.derivatives.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .collect(Collectors.toSet());
    }

    @Test
    void handle_manyBoxesThatShowTheWholeOriginal_leaveOneObject() {
        List<String> boxes = new ArrayList<>();
        for (int width : RUNGS) {
            for (int height : RUNGS.subList(1, 5)) {
                boxes.add(width + "x" + height);
                boxes.add(width + "x" + height + "-fill");
            }
        }
        boxes.addAll(List.of("800x600-cover", "1600x1200-cover-fp0x0", "1440x", "x600", "x4096"));
        OriginResponseHandler handler =
                handler("{\"sizes\":{\"ladder\":[600,800,1000,1200,1440,1600,1920,2560,3200,4096]}}");

        Set<String> bodies = boxes.stream()
                .map(box -> ask(handler, box).get("body").getAsString())
                .collect(Collectors.toSet());

        assertThat(boxes).hasSizeGreaterThan(40);
        assertThat(bodies).hasSize(1);
        assertThat(rendered).hasSize(1);
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
    void handle_aBox_isStoredUnderTheFirstOfferedOneThatIsTheSamePicture(String sizes, String asked, String canonical) {
        JsonObject answer = ask(handler("{\"presets\":{},\"sizes\":" + sizes + "}"), asked);

        assertThat(status(answer)).isEqualTo("200");
        assertThat(stored()).containsExactly(canonical);
    }

    @Test
    void handle_anOriginalWhoseFreeSideIsOverTheTop_keepsThatSideFree() {
        size = new Upright(1200, 5000);

        ask(handler("{\"sizes\":{\"open\":2000}}"), "1500x");

        assertThat(stored()).containsExactly("1200x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contain", "cover", "fill", "pad"})
    void handle_anyDefaultFit_findsAPathForTheWholeOriginal(String fit) {
        OriginResponseHandler handler = handler("{\"defaultFit\":\"" + fit + "\",\"sizes\":{\"open\":2000}}");

        ask(handler, "1500x");
        ask(handler, "x1500");

        assertThat(stored()).hasSize(1);
        assertThat(rendered).hasSize(1);
    }

    @Test
    void handle_theCanonicalOneIsThere_isAnsweredAsItIsStoredWithoutRendering() {
        JsonObject first = get("/800x600/webp/" + KEY);
        rendering = (original, request) -> new byte[] {9};

        JsonObject larger = get("/4096x4096/webp/" + KEY);

        assertThat(rendered).hasSize(1);
        assertThat(body(larger)).isEqualTo(DERIVATIVE);
        for (String name : List.of("etag", "last-modified", "content-type", "cache-control", "vary")) {
            assertThat(header(larger, name))
                    .as(name)
                    .isEqualTo(header(first, name))
                    .isNotEmpty();
        }
    }

    @Test
    void handle_theCanonicalOneOfAnEarlierOriginal_isMadeAnew() {
        get("/800x800/webp/" + KEY);
        store.originals.put(KEY, new byte[] {7, 7});
        rendering = (original, request) -> new byte[] {9};

        assertThat(body(get("/4096x4096/webp/" + KEY))).containsExactly(9);
        assertThat(store.derivatives.values())
                .singleElement()
                .satisfies(stored -> assertThat(stored.bytes()).containsExactly(9));
    }

    @Test
    void handle_theCanonicalOneCannotBeRead_isMadeAllTheSame() {
        store.failing.add("find");

        assertThat(status(get("/4096x4096/webp/" + KEY))).isEqualTo("200");
        assertThat(journal.count(Journal.Kind.FETCH_FAILED)).isOne();
    }

    @Test
    void handle_otherFormats_areStoredApart() {
        get("/4096x4096/webp/" + KEY);
        get("/4096x4096/jpeg/" + KEY);

        assertThat(store.derivatives).hasSize(2);
    }

    @Test
    void handle_aBoxThatShrinks_asksTheBucketForNothingElse() {
        get("/200x200/webp/" + KEY);

        assertThat(store.calls).containsExactly("get " + KEY, "put 200x200/webp/" + KEY, "etag " + KEY);
    }

    @Test
    void handle_focalPointsThatDifferAlongTheAxisThatIsNotCut_leaveOneObject() {
        OriginResponseHandler handler = handler("{}");

        Set<String> bodies = Stream.of("fp30x0", "fp30x20", "fp30x100")
                .map(focus -> ask(handler, "100x100-cover-" + focus).get("body").getAsString())
                .collect(Collectors.toSet());
        ask(handler, "100x100-cover-fp70x20");
        ask(handler, "200x200-cover-fp50x0");

        assertThat(bodies).hasSize(1);
        assertThat(stored())
                .containsExactlyInAnyOrder("100x100-cover-fp30x50", "100x100-cover-fp70x50", "200x200-cover");
    }
}
