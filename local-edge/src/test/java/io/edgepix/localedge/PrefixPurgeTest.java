package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivation.purge.PrefixPurge;
import io.edgepix.derivation.purge.PrefixPurgeResult;
import io.edgepix.derivation.purge.PurgeListener;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests purges by prefix over the S3 protocol. */
class PrefixPurgeTest extends PurgeFixture {
    private final List<String> reported = new ArrayList<>();

    @Test
    void purge_ofAPrefix_removesTheDerivativesOfThoseOriginalsAlone() throws Exception {
        originals("img/cat.jpg", "img/å/dog.jpg", "images/bird.jpg");
        derivatives("1x/webp/img/cat.jpg", "200x200-cover-q60/avif/img/å/dog.jpg", "x9/gif/img/cat.jpg");
        derivatives("1x/webp/images/bird.jpg", "1x/webp/a/img/cat.jpg", "1x/webp/img2/cat.jpg");
        derivatives("~stored/1x/webp/img/cat.jpg", "~stored/1x/webp/images/bird.jpg");

        PrefixPurgeResult purged = purge("img/");

        assertThat(purged.derivatives()).isEqualTo(4);
        assertThat(purged.originals()).isEqualTo(2);
        assertThat(purged.bytes()).isEqualTo(28);
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "img/cat.jpg",
                        "img/å/dog.jpg",
                        "images/bird.jpg",
                        "1x/webp/images/bird.jpg",
                        "1x/webp/a/img/cat.jpg",
                        "1x/webp/img2/cat.jpg",
                        "~stored/1x/webp/images/bird.jpg");
    }

    @Test
    void purge_ofAll_leavesEveryOriginal_alsoInFoldersNamedLikeSizes() throws Exception {
        Set<String> originals = Set.of(
                "cat.jpg",
                "100x100/png/logo.png",
                "100x100/logo.png",
                "2024/webp/cat.jpg",
                "1920x1080-wallpapers/jpeg/sea.jpg",
                "0x0x/webp/cat.jpg",
                "100x100/tiff/cat.jpg",
                "a/1x/webp/cat.jpg");
        originals(originals.toArray(String[]::new));
        derivatives("1x/webp/cat.jpg", "100x100/png/cat.jpg", "2x/webp/100x100/logo.png", "x5-pad-q5/jpeg/gone.jpg");

        PrefixPurgeResult purged = purge("");

        assertThat(purged.derivatives()).isEqualTo(4);
        assertThat(purged.others()).isEqualTo(1);
        assertThat(purged.failed()).isZero();
        assertThat(files()).isEqualTo(originals);
    }

    @Test
    void purge_ofMoreThanAPage_removesAllAndReportsItsProgress() throws Exception {
        for (int i = 0; i < 1001; i++) {
            derivatives("1x/webp/" + i + ".jpg");
        }
        derivatives("2x/png/0.jpg");

        PrefixPurgeResult purged = purge("");

        assertThat(purged.derivatives()).isEqualTo(1002);
        assertThat(purged.originals()).isEqualTo(1001);
        assertThat(files()).isEmpty();
        assertThat(reported).contains("1002");
    }

    @Test
    void purge_again_findsNothing() throws Exception {
        derivatives("1x/webp/cat.jpg");
        purge("");

        assertThat(purge("").derivatives()).isZero();
    }

    @Test
    void purge_whileRenderingsEnd_removesDerivativesOfTheOldOriginal() throws Exception {
        originals("cat.jpg");
        derivatives("1x/webp/cat.jpg");
        String eTag = bucket.client()
                .headObject(head -> head.bucket(bucket.bucket()).key("cat.jpg"))
                .eTag();
        faults.onFirstRemoval = () -> {
            store("2x/webp/cat.jpg", "\"of another original\"");
            store("3x/webp/cat.jpg", eTag);
            store("4x/webp/gone.jpg", "\"of the original that was\"");
        };

        assertThat(purge("").derivatives()).isEqualTo(3);
        assertThat(files()).containsExactly("3x/webp/cat.jpg", "cat.jpg");
    }

    @Test
    void purge_aKeyThatS3DoesNotRemove_isReportedAndCountedAndThePurgeGoesOn() throws Exception {
        derivatives("1x/webp/cat.jpg", "2x/webp/cat.jpg", "3x/webp/cat.jpg");
        faults.undeletable = "2x/webp/cat.jpg";

        PrefixPurgeResult purged = purge("");

        assertThat(purged.derivatives()).isEqualTo(2);
        assertThat(purged.failed()).isEqualTo(1);
        assertThat(reported).contains("2x/webp/cat.jpg: AccessDenied: Access Denied");
        assertThat(files()).containsExactly("2x/webp/cat.jpg");
    }

    @Test
    void purge_belowABase_staysBelowIt() throws Exception {
        derivatives("pictures/1x/webp/cat.jpg", "1x/webp/cat.jpg", "1x/webp/pictures/cat.jpg");

        new PrefixPurge(bucket.client(), bucket.bucket(), "pictures/", listener()).purge(List.of("c"));

        assertThat(files()).containsExactlyInAnyOrder("1x/webp/cat.jpg", "1x/webp/pictures/cat.jpg");
    }

    @Test
    void purge_ifS3Refuses_reportsIt() {
        PrefixPurge foreign = new PrefixPurge(bucket.client(), "another-bucket", "", listener());

        assertThatThrownBy(() -> foreign.purge(List.of(""))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> foreign.purge(List.of("img/"))).isInstanceOf(StoreException.class);
    }

    @Test
    void count_countsWithoutRemoving() throws Exception {
        originals("img/cat.jpg", "100x100/png/img/logo.png");
        derivatives("1x/webp/img/cat.jpg", "2x/webp/img/cat.jpg", "1x/webp/img/dog.jpg", "1x/webp/cat.jpg");

        PrefixPurgeResult counted = purge().count(List.of("img/", "img/c", "img/"));

        assertThat(counted)
                .isEqualTo(new PrefixPurgeResult(
                        3,
                        2,
                        3L * "picture".length(),
                        1,
                        0,
                        Optional.of(Set.of(new Key("img/cat.jpg"), new Key("img/dog.jpg")))));
        assertThat(files()).hasSize(6);
    }

    @Test
    void named_areOriginalsWithoutDerivativesToo_andNoDerivatives() throws Exception {
        originals("1/cat.jpg", "100x/dog.jpg");
        derivatives("1x/webp/cat.jpg", "1x/webp/1/gone.jpg");

        assertThat(purge().count(List.of("1")).named().orElseThrow())
                .containsExactlyInAnyOrder(new Key("1/cat.jpg"), new Key("100x/dog.jpg"), new Key("1/gone.jpg"));
    }

    @Test
    void named_areNoneIfTheyAreMany() throws Exception {
        for (int i = 0; i < PrefixPurgeResult.MAX_NAMED; i++) {
            originals("img/" + i + ".jpg");
        }
        assertThat(purge().count(List.of("img/")).named().orElseThrow()).hasSize(PrefixPurgeResult.MAX_NAMED);

        originals("img/one-more.jpg");

        assertThat(purge().count(List.of("img/")).named()).isEmpty();
    }

    private PrefixPurgeResult purge(String... prefixes) throws StoreException {
        return purge().purge(List.of(prefixes));
    }

    private PrefixPurge purge() {
        return new PrefixPurge(bucket.client(), bucket.bucket(), "", listener());
    }

    private PurgeListener listener() {
        return new PurgeListener() {
            @Override
            public void progress(long derivatives) {
                reported.add(Long.toString(derivatives));
            }

            @Override
            public void notRemoved(Key derivative, String reason) {
                reported.add(derivative.value() + ": " + reason);
            }
        };
    }

    private void originals(String... keys) throws IOException {
        for (String key : keys) {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "original");
        }
    }

    private void derivatives(String... keys) {
        Stream.of(keys).forEach(key -> store(key, "\"an original\""));
    }
}
