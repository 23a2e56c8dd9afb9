package io.edgepix.localedge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.configuration.JdkHmac;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.Offer;
import io.edgepix.derivative.SignedUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalLinksTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));
    private static final Key CAT = new Key("my cat.jpg");
    private static final String SIGNING_KEY = "0123456789abcdef0123456789abcdef";

    private static Offer offer(String config) {
        return ConfigReader.read(config).offer();
    }

    private static OriginalLinks links(String config) {
        return new OriginalLinks(offer(config), NOON);
    }

    private static List<String> queries(String config) {
        return links(config).of(CAT).stream()
                .map(link -> link.target().substring("/my%20cat.jpg".length()))
                .toList();
    }

    @Test
    void of_theDefaults_areSizesAPresetAndTheOriginal() {
        assertThat(links("{}").of(CAT))
                .containsExactly(
                        new Link("200x200", "/my%20cat.jpg?d=200x200"),
                        new Link("800x", "/my%20cat.jpg?d=800x"),
                        new Link("400x300, cropped to fill", "/my%20cat.jpg?d=400x300&fit=cover"),
                        new Link("small (368x)", "/my%20cat.jpg?d=small"),
                        new Link("original", "/my%20cat.jpg"));
    }

    @Test
    void of_aLadder_areItsRungs() {
        assertThat(queries("{\"sizes\":{\"ladder\":[100]},\"presets\":{}}"))
                .containsExactly("?d=100x100", "?d=100x", "?d=100x100&fit=cover", "");
    }

    @Test
    void of_aList_areSizesOfTheList() {
        assertThat(queries("{\"sizes\":{\"list\":[\"640x\",\"90x90\"]},\"presets\":{}}"))
                .containsExactly("?d=640x", "?d=90x90", "?d=90x90&fit=cover", "");
        assertThat(queries("{\"sizes\":{\"list\":[\"640x\"]},\"presets\":{}}")).containsExactly("?d=640x", "");
    }

    @Test
    void of_anOpenPolicy_areSizesUpToItsSide() {
        assertThat(queries("{\"sizes\":{\"open\":350},\"presets\":{},\"defaultFit\":\"cover\"}"))
                .containsExactly("?d=200x200", "?d=350x", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ladder':[100,500]}                   | 500x500",
                "{'list':['90x90','x350','2000x2000']}  | x350",
                "{'open':350}                           | 350x350"
            })
    void thumbnail_isTheNearestSizeOnOffer(String sizes, String thumbnail) {
        String config = ("{'presets':{},'sizes':" + sizes + "}").replace('\'', '"');

        assertThat(links(config).thumbnail(CAT)).isEqualTo("/my%20cat.jpg?d=" + thumbnail);
    }

    @Test
    void signedLinks_areTheSameForADay_andValidForOneMore() {
        String config = "{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"],\"originals\":false}}";
        OriginalLinks links = links(config);
        String target = links.of(CAT).getFirst().target();
        int query = target.indexOf('?');

        assertThat(target)
                .contains(
                        "?d=200x200&e=" + Instant.parse("2026-12-03T00:00:00Z").getEpochSecond() + "&s=");
        assertThat(SignedUrl.isValid(
                        new JdkHmac(),
                        offer(config).signing(),
                        target.substring(0, query),
                        target.substring(query + 1),
                        Long.toString(NOON.instant().getEpochSecond())))
                .isTrue();
        assertThat(links.thumbnail(CAT)).contains("&s=");
        assertThat(links.original(CAT)).isEqualTo("/my%20cat.jpg");
    }

    @Test
    void original_ifOriginalsNeedASignature_isSigned() {
        OriginalLinks links = links("{\"signing\":{\"keys\":[\"" + SIGNING_KEY + "\"]}}");

        assertThat(links.original(CAT)).matches("/my%20cat\\.jpg\\?e=[0-9]{10}&s=.+");
        assertThat(links.of(CAT).getLast()).isEqualTo(new Link("original", links.original(CAT)));
    }
}
