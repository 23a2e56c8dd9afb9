package io.edgepix.pregenerate.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.configuration.ConfigReader;
import io.edgepix.pregenerate.bulk.MemoryBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OriginalsToSendTest {
    private static final String CONFIG =
            "{\"pregenerate\": {\"sizes\": [\"small\", \"medium\"], \"formats\": [\"webp\"]}}";

    private final MemoryBucket bucket = new MemoryBucket();

    private List<OriginalToSend> originals(String prefix, String after, boolean missingOnly) {
        var config = ConfigReader.read(CONFIG);
        List<OriginalToSend> originals = new ArrayList<>();
        new OriginalsToSend(bucket, OriginalKeys.of(prefix, config), new ConfiguredFolders(config), after, missingOnly)
                .forEachRemaining(originals::add);
        return originals;
    }

    private List<String> keys(String prefix, String after, boolean missingOnly) {
        return originals(prefix, after, missingOnly).stream()
                .map(OriginalToSend::key)
                .toList();
    }

    private List<String> missing() {
        return keys("", "", true);
    }

    @Test
    void missingOnly_bothDerivativesAreNewer_isLeftOut() {
        bucket.add("a.jpg", 10).add("368x/webp/a.jpg", 11).add("720x/webp/a.jpg", 12);
        assertThat(missing()).isEmpty();
    }

    @Test
    void originals_withAnOlderDerivativeOfAnySize_areChanged() {
        bucket.add("a.jpg", 10).add("500x/webp/a.jpg", 10).add("b.jpg", 10).add("500x/webp/b.jpg", 11);
        assertThat(originals("", "", true))
                .containsExactly(new OriginalToSend("a.jpg", true), new OriginalToSend("b.jpg", false));
    }

    @Test
    void originals_thatAreGone_areChanged() {
        bucket.add("500x/webp/a.jpg", 10);
        assertThat(originals("", "", true)).containsExactly(new OriginalToSend("a.jpg", true));
    }

    @Test
    void originals_objectsInFoldersWithoutOriginals_areLeftOut() {
        bucket.add("a.jpg", 10)
                .add("~big/b.jpg", 10)
                .add("~stored/500x/webp/c.jpg", 10)
                .add("~stored/d.jpg", 10)
                .add("~storeroom/e.jpg", 10)
                .add("高.jpg", 10);

        assertThat(keys("", "", false)).containsExactly("a.jpg", "~storeroom/e.jpg", "高.jpg");
    }

    @Test
    void missingOnly_oneIsMissing_isSent() {
        bucket.add("a.jpg", 10).add("368x/webp/a.jpg", 11);
        assertThat(missing()).containsExactly("a.jpg");
    }

    @Test
    void missingOnly_oneIsAsOldAsTheOriginal_isSent() {
        bucket.add("a.jpg", 11).add("368x/webp/a.jpg", 11).add("720x/webp/a.jpg", 12);
        assertThat(missing()).containsExactly("a.jpg");
    }

    @Test
    void missingOnly_anUnwantedDerivativeIsOlder_isSent() {
        bucket.add("a.jpg", 10)
                .add("368x/webp/a.jpg", 11)
                .add("720x/webp/a.jpg", 12)
                .add("64x/png/a.jpg", 9);
        assertThat(missing()).containsExactly("a.jpg");
    }

    @Test
    void missingOnly_originalIsGone_isSentOnce() {
        bucket.add("368x/webp/gone.jpg", 1).add("64x64-cover/png/gone.jpg", 1);
        assertThat(missing()).containsExactly("gone.jpg");
    }

    @Test
    void all_currentAndOrphaned_areSent() {
        bucket.add("b.jpg", 10)
                .add("368x/webp/b.jpg", 11)
                .add("720x/webp/b.jpg", 12)
                .add("368x/webp/a.jpg", 11);
        assertThat(keys("", "", false)).containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void all_otherObjects_areLeftOut() {
        bucket.add(".edgepix/jobs/1/job.json", 1)
                .add(".edgepix/requests/368x/webp/a.jpg", 1)
                .add("folder/", 1)
                .add("a/../b.jpg", 1)
                .add("z.jpg", 1);
        assertThat(keys("", "", false)).containsExactly("z.jpg");
    }

    @Test
    void all_prefix_limitsOriginalsAndOrphans() {
        bucket.add("img/a.jpg", 1)
                .add("other/a.jpg", 1)
                .add("368x/webp/img/b.jpg", 1)
                .add("368x/webp/other/b.jpg", 1);
        assertThat(keys("img/", "", false)).containsExactly("img/a.jpg", "img/b.jpg");
    }

    @Test
    void all_afterAKey_continuesThere() {
        bucket.add("a.jpg", 1)
                .add("b.jpg", 1)
                .add("c.jpg", 1)
                .add("368x/webp/a2.jpg", 1)
                .add("368x/webp/b2.jpg", 1);
        assertThat(keys("", "b.jpg", false)).containsExactly("b2.jpg", "c.jpg");
    }

    @Test
    void prefix_outsideTheConfiguredOne_isRefused() {
        var config = ConfigReader.read("{\"pregenerate\": {\"prefix\": \"img/\"}}");
        assertThatThrownBy(() -> OriginalKeys.of("other/", config))
                .hasMessage("the prefix \"other/\": expected one that begins with pregenerate.prefix of the"
                        + " configuration, \"img/\"");
        assertThat(OriginalKeys.of("", config).prefix()).isEqualTo("img/");
    }

    @Test
    void documents_andTheirPrivateFolder_areNotOriginals() {
        for (int i = 0; i < 3000; i++) {
            bucket.add("invoices/" + i + ".png", 1);
        }
        bucket.add("a.pdf", 1).add("z.jpg", 1);
        var config = ConfigReader.read("{\"documents\": {\"prefix\": \"invoices/\"}}");
        OriginalListing listing = new OriginalListing(bucket, OriginalKeys.of("", config), "");

        assertThat(listing.next().orElseThrow().key()).isEqualTo("a.pdf");
        assertThat(listing.next().orElseThrow().key()).isEqualTo("z.jpg");
        assertThat(bucket.listRequests()).isEqualTo(2);
        assertThat(OriginalKeys.of("", config).contains("invoices/1.png")).isFalse();
        assertThat(OriginalKeys.of("", ConfigReader.defaults()).contains("a.pdf"))
                .isFalse();
    }

    @Test
    void emojis_sortAboveTheBasicPlane_asInS3() {
        // In UTF-16, the emoji would come before the private-use character.
        for (String key : List.of("\uE000.jpg", "\uD83D\uDE00.jpg")) {
            bucket.add(key, 1).add("368x/webp/" + key, 2).add("720x/webp/" + key, 2);
        }
        assertThat(missing()).isEmpty();
        assertThat(keys("", "", false)).containsExactly("\uE000.jpg", "\uD83D\uDE00.jpg");
    }

    @Test
    void listing_inAnotherOrder_isRefused() {
        ObjectLister unsorted = new ObjectLister() {
            @Override
            public List<ListedObject> page(String prefix, String after, int max) {
                return List.of(new ListedObject("b", "", Instant.EPOCH), new ListedObject("a", "", Instant.EPOCH));
            }

            @Override
            public List<String> folders(String prefix) {
                return List.of();
            }
        };
        assertThatThrownBy(() -> new OriginalsToSend(
                        unsorted, OriginalKeys.of("", ConfigReader.defaults()), _ -> Set.of(), "", false))
                .hasMessageContaining("expected keys in the order UTF_8");
    }

    @Test
    void manyDerivatives_costOneListingPerFolder() {
        for (int i = 0; i < 5000; i++) {
            bucket.add("368x/webp/" + i, 1);
        }
        bucket.add("z.jpg", 1);
        OriginalListing listing = new OriginalListing(bucket, OriginalKeys.of("", ConfigReader.defaults()), "");
        assertThat(listing.next().orElseThrow().key()).isEqualTo("z.jpg");
        assertThat(bucket.listRequests()).isEqualTo(2);
    }

    @Test
    void randomBuckets_equalTheDefinition() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            MemoryBucket all = new MemoryBucket();
            Set<String> expected = new TreeSet<>(Comparator.comparing(key -> key));
            for (int i = 0; i < 30; i++) {
                String key = Integer.toString(random.nextInt(1000), 36) + (random.nextBoolean() ? "/x" : "") + i;
                int original = random.nextInt(3) == 0 ? -1 : random.nextInt(5);
                int small = random.nextInt(7) - 1;
                int medium = random.nextInt(7) - 1;
                put(all, key, original);
                put(all, "368x/webp/" + key, small);
                put(all, "720x/webp/" + key, medium);
                boolean isOrphan = original < 0 && (small >= 0 || medium >= 0);
                if (isOrphan || (original >= 0 && (small <= original || medium <= original))) {
                    expected.add(key);
                }
            }
            OriginalsToSend sent = new OriginalsToSend(
                    all,
                    OriginalKeys.of("", ConfigReader.defaults()),
                    new ConfiguredFolders(ConfigReader.read(CONFIG)),
                    "",
                    true);
            assertThat(sent).toIterable().extracting(OriginalToSend::key).containsExactlyElementsOf(expected);
        }
    }

    private static void put(MemoryBucket bucket, String key, int second) {
        if (second >= 0) {
            bucket.add(key, second);
        }
    }
}
