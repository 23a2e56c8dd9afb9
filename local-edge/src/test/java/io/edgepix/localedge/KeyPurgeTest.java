package io.edgepix.localedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgepix.derivation.purge.KeyPurge;
import io.edgepix.derivation.purge.KeyPurgeResult;
import io.edgepix.derivation.store.StoreException;
import io.edgepix.derivative.Key;
import io.edgepix.derivative.MalformedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests purges of originals over the S3 protocol. */
class KeyPurgeTest extends PurgeFixture {
    @Test
    void purge_ofAnOriginal_removesItsDerivativesAndNothingElse() throws Exception {
        Set<String> derivatives = Set.of(
                "200x200/webp/a/cat.jpg",
                "200x200/jpeg/a/cat.jpg",
                "x90/png/a/cat.jpg",
                "1x/gif/a/cat.jpg",
                "9x/avif/a/cat.jpg",
                "100x100-cover-fp30x70-q60/webp/a/cat.jpg",
                "96x96-pad-q5/avif/a/cat.jpg",
                "~stored/200x200/webp/a/cat.jpg",
                "~stored/96x96-pad-q5/avif/a/cat.jpg");
        Set<String> others = Set.of(
                "~stored/200x200/webp/b/a/cat.jpg",
                "~stored/a/webp/a/cat.jpg",
                "a/cat.jpg",
                "cat.jpg",
                "b/a/cat.jpg",
                "200x200/webp/cat.jpg",
                "200x200/webp/a/cat.jpg2",
                "200x200/webp/a/cat.jp",
                "200x200/webp/a/Cat.jpg",
                "200x200/webp/b/a/cat.jpg",
                "200x200/tiff/a/cat.jpg",
                "200x200-wallpapers/webp/a/cat.jpg",
                "2024/webp/a/cat.jpg",
                "0x0x/webp/a/cat.jpg",
                "x/webp/a/cat.jpg",
                "b/200x200/webp/a/cat.jpg");
        fill(derivatives);
        fill(others);

        KeyPurgeResult purged = purge("a/cat.jpg");

        assertThat(values(purged.removed())).isEqualTo(derivatives);
        assertThat(purged.failed()).isEmpty();
        assertThat(files()).isEqualTo(others);
    }

    @Test
    void purge_ofAnOriginal_leavesAnOriginalInAFolderThatIsCalledLikeASize() throws Exception {
        fill(Set.of("logo.png", "200x/webp/logo.png"));
        Path original = Files.createDirectories(folder.resolve("100x100/png")).resolve("logo.png");
        Files.writeString(original, "an original");

        assertThat(new KeyPurge(bucket.client(), bucket.bucket(), "").find(List.of(new Key("logo.png"))))
                .containsExactly(new Key("200x/webp/logo.png"));
        assertThat(values(purge("logo.png").removed())).containsExactly("200x/webp/logo.png");
        assertThat(files()).containsExactlyInAnyOrder("logo.png", "100x100/png/logo.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "å b/고양이 (1).jpg",
                "100%.jpg",
                "a%2Fb.jpg",
                "a+b,c;d=e&f?.jpg",
                "#tag*.jpg",
                "<a>\"'&amp;.jpg",
                "back\\slash|{}^`~.jpg",
                "😀.jpg",
                " a ",
                "no-extension"
            })
    void purge_ofAnOddKey_removesJustThat(String key) throws Exception {
        fill(Set.of(key, key + "2", "200x200/webp/" + key, "200x200/webp/" + key + "2", "x1/jpeg/" + key));

        assertThat(values(purge(key).removed())).containsExactlyInAnyOrder("200x200/webp/" + key, "x1/jpeg/" + key);
        assertThat(files()).containsExactlyInAnyOrder(key, key + "2", "200x200/webp/" + key + "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/", "a/b", "a/b/", "200x200", "200x200/webp", "200x200/webp/"})
    void purge_ofAFolder_removesNothingInIt(String key) throws Exception {
        fill(Set.of("a/b/cat.jpg", "200x200/webp/a/b/cat.jpg"));

        assertThat(purge(key).removed()).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200x200/webp/cat.jpg", "x1-cover-q60/png/a/b", "a/./b.jpg", "..", "a\nb"})
    void purge_ofAPathThatIsNoOriginal_isRefusedBeforeAnythingIsRemoved(String key) throws Exception {
        fill(Set.of("200x200/webp/dog.jpg", "1x1/webp/200x200/webp/cat.jpg"));

        assertThatThrownBy(() -> purge("dog.jpg", key)).isInstanceOf(MalformedException.class);
        assertThat(files()).hasSize(2);
    }

    @Test
    void purge_ofSeveral_removesMoreThanOneBatchTakes() throws Exception {
        Set<String> derivatives = new TreeSet<>();
        for (int width = 1; width <= 101; width++) {
            for (String format : List.of("avif", "webp", "jpeg", "png", "gif")) {
                derivatives.add(width + "x/" + format + "/cat.jpg");
                derivatives.add(width + "x/" + format + "/dog.jpg");
            }
        }
        fill(derivatives);
        fill(Set.of("1x/webp/bird.jpg"));

        assertThat(values(purge("cat.jpg", "dog.jpg").removed())).isEqualTo(derivatives);
        assertThat(files()).containsExactly("1x/webp/bird.jpg");
    }

    @Test
    void purge_belowAPrefix_staysBelowIt() throws Exception {
        fill(Set.of("pictures/1x/webp/cat.jpg", "1x/webp/cat.jpg", "pictures/1x/webp/pictures/cat.jpg"));

        KeyPurgeResult purged =
                new KeyPurge(bucket.client(), bucket.bucket(), "pictures/").purge(List.of(new Key("cat.jpg")));

        assertThat(values(purged.removed())).containsExactly("1x/webp/cat.jpg");
        assertThat(files()).containsExactly("1x/webp/cat.jpg", "pictures/1x/webp/pictures/cat.jpg");
    }

    @Test
    void purge_whileARenderingEnds_removesDerivativesOfTheOldOriginalAlone() throws Exception {
        fill(Set.of("cat.jpg", "1x/webp/cat.jpg"));
        String eTag = bucket.client()
                .headObject(head -> head.bucket(bucket.bucket()).key("cat.jpg"))
                .eTag();
        faults.onFirstRemoval = () -> {
            store("2x/webp/cat.jpg", "\"of another original\"");
            store("3x/webp/cat.jpg", eTag);
        };

        KeyPurgeResult purged = purge("cat.jpg");

        assertThat(values(purged.removed())).containsExactlyInAnyOrder("1x/webp/cat.jpg", "2x/webp/cat.jpg");
        assertThat(files()).containsExactly("3x/webp/cat.jpg", "cat.jpg");
    }

    @Test
    void purge_ifTheOriginalIsGone_removesItsDerivatives() throws Exception {
        fill(Set.of("1x/webp/cat.jpg"));
        faults.onFirstRemoval = () -> store("2x/webp/cat.jpg", "\"of the original that was\"");

        purge("cat.jpg");

        assertThat(files()).isEmpty();
    }

    @Test
    void purge_aKeyThatS3DoesNotRemove_isReported() throws Exception {
        fill(Set.of("1x/webp/cat.jpg", "2x/webp/cat.jpg", "3x/webp/cat.jpg"));
        faults.undeletable = "2x/webp/cat.jpg";

        KeyPurgeResult purged = purge("cat.jpg");

        assertThat(values(purged.removed())).containsExactlyInAnyOrder("1x/webp/cat.jpg", "3x/webp/cat.jpg");
        assertThat(purged.failed()).containsOnlyKeys(new Key("2x/webp/cat.jpg"));
        assertThat(purged.failed().get(new Key("2x/webp/cat.jpg"))).contains("AccessDenied");
    }

    @Test
    void purge_ifS3Refuses_reportsIt() throws Exception {
        KeyPurge foreign = new KeyPurge(bucket.client(), "another-bucket", "");

        assertThatThrownBy(() -> foreign.purge(List.of(new Key("cat.jpg")))).isInstanceOf(StoreException.class);
    }

    @Test
    void find_namesThemAndRemovesNothing() throws Exception {
        fill(Set.of("1x/webp/cat.jpg", "x2/png/cat.jpg", "cat.jpg"));

        List<Key> found = new KeyPurge(bucket.client(), bucket.bucket(), "").find(List.of(new Key("cat.jpg")));

        assertThat(found).containsExactlyInAnyOrder(new Key("1x/webp/cat.jpg"), new Key("x2/png/cat.jpg"));
        assertThat(files()).hasSize(3);
    }

    private KeyPurgeResult purge(String... keys) throws StoreException {
        return new KeyPurge(bucket.client(), bucket.bucket(), "")
                .purge(Stream.of(keys).map(Key::new).toList());
    }

    private void fill(Set<String> keys) {
        keys.forEach(key -> store(key, "\"another\""));
    }

    private static Set<String> values(Set<Key> keys) {
        return keys.stream().map(Key::value).collect(Collectors.toSet());
    }
}
